package com.guance.onboarding.domain;

/**
 * The id of an account in the Guance Billing Center.
 *
 * @param value given by the Billing Center gateway, 1 to 128 visible characters
 */
public record BillingAccountId(String value) {

  /**
   * Checks the value.
   *
   * @param value given by the Billing Center gateway
   */
  public BillingAccountId {
    Rule.ID.check("billingAccountId", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
