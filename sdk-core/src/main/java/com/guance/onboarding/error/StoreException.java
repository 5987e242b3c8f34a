package com.guance.onboarding.error;

import org.jspecify.annotations.Nullable;

/** The partner's store failed; what was to be saved is saved completely or not at all. */
public final class StoreException extends OnboardingException {

  private static final long serialVersionUID = 1L;

  private static final String STORE = "store";

  private final boolean retryable;

  /**
   * Makes the exception for a failure that may pass: the store is down, slow or busy.
   *
   * @param operation what the store was asked, for example {@code commit}
   * @param problem what happened, in our own words and without a value of a row
   * @param cause the store's own exception; its message must be free of personal data too
   */
  public StoreException(String operation, String problem, @Nullable Throwable cause) {
    this(operation, problem, true, cause);
  }

  /**
   * Makes the exception.
   *
   * @param operation what the store was asked, for example {@code commit}
   * @param problem what happened, in our own words and without a value of a row
   * @param retryable whether the same call may succeed later
   * @param cause the store's own exception; its message must be free of personal data too
   */
  public StoreException(
      String operation, String problem, boolean retryable, @Nullable Throwable cause) {
    super(STORE, operation, STORE + " " + operation + " failed: " + problem, cause);
    this.retryable = retryable;
  }

  @Override
  public boolean isRetryable() {
    return retryable;
  }
}
