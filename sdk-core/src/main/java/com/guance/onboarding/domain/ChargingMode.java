package com.guance.onboarding.domain;

/** How KooGallery charges an order line (contracts/koogallery.md §6.1). */
public enum ChargingMode {
  /** By usage. */
  ON_DEMAND,
  /** Once. */
  ONE_TIME,
  /** For a period that can be renewed. */
  PERIOD,
  /** A package of usage. */
  ON_DEMAND_PKG,
  /** A mode that this version does not know. */
  UNKNOWN
}
