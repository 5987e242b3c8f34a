package com.guance.onboarding.error;

/**
 * Two writers met and this one was the slower: nothing was saved, read again and go on.
 *
 * <p>The flow does so itself; only code that talks to a store directly sees it.
 */
public final class StaleOnboardingException extends StoreException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param operation what the store was asked, for example {@code commit}
   * @param onboardingId which onboarding has moved on
   */
  public StaleOnboardingException(String operation, String onboardingId) {
    super(operation, "stale version of " + SafeText.sentence(onboardingId), true, null);
  }
}
