package com.guance.onboarding.error;

import org.jspecify.annotations.Nullable;

/**
 * There was no answer. {@link #outcomeUnknown()} says whether the remote side may have acted all
 * the same.
 */
public final class TransportException extends OnboardingException {

  private static final long serialVersionUID = 1L;

  private final boolean outcomeUnknown;
  private final boolean retryable;

  private TransportException(
      String provider,
      String operation,
      String problem,
      boolean outcomeUnknown,
      boolean retryable,
      @Nullable Throwable cause) {
    super(provider, operation, provider + " " + operation + " unanswered: " + problem, cause);
    this.outcomeUnknown = outcomeUnknown;
    this.retryable = retryable;
  }

  /**
   * The request never left, or only read: the remote side has changed nothing.
   *
   * @param provider who was called
   * @param operation what it was asked
   * @param problem what happened, in our own words
   * @param cause the input or output error, if there is one
   * @return the exception, to be thrown
   */
  public static TransportException withoutEffect(
      String provider, String operation, String problem, @Nullable Throwable cause) {
    return new TransportException(provider, operation, problem, false, true, cause);
  }

  /**
   * The request left and no answer came: the remote side may have acted.
   *
   * @param provider who was called
   * @param operation what it was asked
   * @param problem what happened, in our own words
   * @param cause the input or output error, if there is one
   * @return the exception, to be thrown
   */
  public static TransportException unanswered(
      String provider, String operation, String problem, @Nullable Throwable cause) {
    return new TransportException(provider, operation, problem, true, true, cause);
  }

  /**
   * The connection was refused on purpose, by us or by them: a certificate that does not fit, an
   * address that is not allowed. Nothing was sent, and waiting does not help.
   *
   * @param provider who was called
   * @param operation what it was asked
   * @param problem what happened, in our own words
   * @param cause the input or output error, if there is one
   * @return the exception, to be thrown
   */
  public static TransportException untrusted(
      String provider, String operation, String problem, @Nullable Throwable cause) {
    return new TransportException(provider, operation, problem, false, false, cause);
  }

  /**
   * Whether the remote side may have acted although it did not answer: look before you repeat.
   *
   * @return true for a write that may have arrived with any of its attempts, false if nothing can
   *     have changed
   */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }

  @Override
  public boolean isRetryable() {
    return retryable;
  }
}
