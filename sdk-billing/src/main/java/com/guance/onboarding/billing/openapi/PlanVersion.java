package com.guance.onboarding.billing.openapi;

/** Which plan a workspace is on. */
public enum PlanVersion {
  /** The free plan. */
  FREE,
  /** The Commercial Plan. */
  COMMERCIAL,
  /** Something that no document names. */
  UNKNOWN;

  static PlanVersion from(String wire) {
    return switch (wire) {
      case "free" -> FREE;
      case "pay" -> COMMERCIAL;
      default -> UNKNOWN;
    };
  }
}
