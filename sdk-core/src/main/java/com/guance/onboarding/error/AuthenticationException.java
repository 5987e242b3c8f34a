package com.guance.onboarding.error;

/** The remote side does not know our key, token or signature; the operator has to mend it. */
public final class AuthenticationException extends RemoteException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param refusal what the remote side said
   */
  public AuthenticationException(Refusal refusal) {
    super(refusal);
  }
}
