package com.guance.onboarding.domain;

/**
 * The name of one onboarding: all that a partner has to keep.
 *
 * @param value made by the flow from the order, 1 to 128 visible characters
 */
public record OnboardingId(String value) {

  /**
   * Checks the value.
   *
   * @param value made by the flow from the order
   */
  public OnboardingId {
    Rule.ID.check("onboardingId", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
