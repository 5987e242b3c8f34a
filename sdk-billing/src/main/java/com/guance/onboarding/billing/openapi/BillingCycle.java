package com.guance.onboarding.billing.openapi;

/** How often something is billed. */
public enum BillingCycle {
  /** Every day. */
  DAY,
  /** Every month. */
  MONTH,
  /** Every year. */
  YEAR,
  /** Once. */
  SINGLE,
  /** Something that no document names. */
  UNKNOWN;

  static BillingCycle from(String wire) {
    return switch (wire) {
      case "Day" -> DAY;
      case "Month" -> MONTH;
      case "Year" -> YEAR;
      case "Single" -> SINGLE;
      default -> UNKNOWN;
    };
  }
}
