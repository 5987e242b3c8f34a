package com.guance.onboarding.domain;

/**
 * The id of one order's binding to an organization.
 *
 * @param value given by the Joint Operations gateway, 1 to 128 visible characters
 */
public record BindingId(String value) {

  /**
   * Checks the value.
   *
   * @param value given by the Joint Operations gateway
   */
  public BindingId {
    Rule.ID.check("bindingId", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
