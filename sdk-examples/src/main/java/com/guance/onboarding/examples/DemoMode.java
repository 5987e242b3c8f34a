package com.guance.onboarding.examples;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who does the steps of the two sides without a public API. */
enum DemoMode {
  /** The gateways. */
  GATEWAYS(true, true),
  /** People, on both sides. */
  PEOPLE(false, false),
  /** People on KooGallery, the gateway at Guance. */
  PEOPLE_MARKETPLACE(false, true),
  /** The gateway on KooGallery, people at Guance. */
  PEOPLE_BILLING(true, false);

  private final boolean marketplace;
  private final boolean billing;

  DemoMode(boolean marketplace, boolean billing) {
    this.marketplace = marketplace;
    this.billing = billing;
  }

  boolean marketplace() {
    return marketplace;
  }

  boolean billing() {
    return billing;
  }

  static DemoMode from(@Nullable String people, Function<String, RuntimeException> wrong) {
    if (people == null) {
      return GATEWAYS;
    }
    return switch (people) {
      case "all" -> PEOPLE;
      case "marketplace" -> PEOPLE_MARKETPLACE;
      case "billing" -> PEOPLE_BILLING;
      default -> throw wrong.apply("--people must be all, marketplace or billing");
    };
  }
}
