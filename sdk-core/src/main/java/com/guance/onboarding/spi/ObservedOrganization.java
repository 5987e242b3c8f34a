package com.guance.onboarding.spi;

/**
 * An organization as tenantSync describes it.
 *
 * @param shortName its short name
 * @param name its full name
 * @param domain where its members sign in
 */
public record ObservedOrganization(String shortName, String name, String domain) {

  /** Returns the short name, which is not personal. */
  @Override
  public String toString() {
    return "ObservedOrganization[" + shortName + "]";
  }
}
