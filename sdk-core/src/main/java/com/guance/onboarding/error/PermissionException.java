package com.guance.onboarding.error;

/** The remote side knows us and does not let us do this; the operator has to mend it. */
public final class PermissionException extends RemoteException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param refusal what the remote side said
   */
  public PermissionException(Refusal refusal) {
    super(refusal);
  }
}
