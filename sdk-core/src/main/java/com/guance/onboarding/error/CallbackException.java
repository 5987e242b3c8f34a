package com.guance.onboarding.error;

/**
 * A callback that we do not believe. The exception names the check that failed; the reply to the
 * sender never does.
 */
public final class CallbackException extends OnboardingException {

  private static final long serialVersionUID = 1L;

  private final String check;

  /**
   * Makes the exception.
   *
   * @param provider who claims to have called
   * @param operation what the callback asked for, as far as it could be read
   * @param check which check failed, for example {@code signature}, {@code window} or {@code nonce}
   */
  public CallbackException(String provider, String operation, String check) {
    super(provider, operation, provider + " " + operation + " not believed: " + check, null);
    this.check = check;
  }

  /**
   * Which check failed.
   *
   * @return a stable lower-case word such as {@code signature}, {@code window} or {@code nonce}
   */
  public String check() {
    return check;
  }

  @Override
  public boolean isRetryable() {
    return false;
  }
}
