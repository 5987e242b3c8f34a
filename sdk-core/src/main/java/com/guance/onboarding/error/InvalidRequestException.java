package com.guance.onboarding.error;

/**
 * The remote side refused a value; {@link #field()} and {@link #rule()} say which and why, for the
 * customer to mend.
 */
public final class InvalidRequestException extends RemoteException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param refusal what the remote side said
   */
  public InvalidRequestException(Refusal refusal) {
    super(refusal);
  }
}
