package com.guance.onboarding.error;

/** What was asked for is not there. */
public final class NotFoundException extends RemoteException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param refusal what the remote side said
   */
  public NotFoundException(Refusal refusal) {
    super(refusal);
  }
}
