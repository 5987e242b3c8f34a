package com.guance.onboarding.error;

/** The remote side cannot answer now; nothing is wrong with the request. */
public final class UnavailableException extends RemoteException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param refusal what the remote side said
   */
  public UnavailableException(Refusal refusal) {
    super(refusal);
  }

  @Override
  boolean passesByItself() {
    return true;
  }
}
