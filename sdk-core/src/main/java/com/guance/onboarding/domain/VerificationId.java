package com.guance.onboarding.domain;

/**
 * The id of a verification code that was sent: never the code.
 *
 * @param value given by the Billing Center gateway, 1 to 128 visible characters
 */
public record VerificationId(String value) {

  /**
   * Checks the value.
   *
   * @param value given by the Billing Center gateway
   */
  public VerificationId {
    Rule.ID.check("verificationId", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
