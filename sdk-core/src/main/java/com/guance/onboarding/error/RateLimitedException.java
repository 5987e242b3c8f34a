package com.guance.onboarding.error;

/** We asked too often; {@link #retryAfter()} says how long to wait, if the remote side did. */
public final class RateLimitedException extends RemoteException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param refusal what the remote side said
   */
  public RateLimitedException(Refusal refusal) {
    super(refusal);
  }

  @Override
  boolean passesByItself() {
    return true;
  }
}
