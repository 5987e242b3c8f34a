package com.guance.onboarding.billing.openapi;

/** Whether a workspace's bills are in order. */
public enum BillingState {
  /** It has no bills. */
  FREE,
  /** Its bills are in order. */
  NORMAL,
  /** Something that no document names, arrears perhaps. */
  UNKNOWN;

  static BillingState from(String wire) {
    return switch (wire) {
      case "free" -> FREE;
      case "normal" -> NORMAL;
      default -> UNKNOWN;
    };
  }
}
