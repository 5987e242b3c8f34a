package com.guance.onboarding.examples.backend;

import java.util.Optional;

/** Who does the steps of the two sides without a public API. */
public enum Hands {
  /** Gateways on both sides. */
  GATEWAYS(true, true),
  /** People in KooGallery's console, proven by callbacks; the gateway at Guance. */
  BILLING_GATEWAY(false, true),
  /** The gateway on KooGallery; people on Guance's pages. */
  MARKETPLACE_GATEWAY(true, false),
  /** People everywhere. */
  PEOPLE(false, false);

  private final boolean marketplace;
  private final boolean billing;

  Hands(boolean marketplace, boolean billing) {
    this.marketplace = marketplace;
    this.billing = billing;
  }

  /**
   * Reads what the command line calls it.
   *
   * @param people on which side people do the steps: none, marketplace, billing or all
   * @return whose hands; empty if it is none of these
   */
  public static Optional<Hands> from(String people) {
    return switch (people) {
      case "none" -> Optional.of(GATEWAYS);
      case "marketplace" -> Optional.of(BILLING_GATEWAY);
      case "billing" -> Optional.of(MARKETPLACE_GATEWAY);
      case "all" -> Optional.of(PEOPLE);
      default -> Optional.empty();
    };
  }

  /** {@return whether KooGallery's steps go through a gateway} */
  public boolean marketplace() {
    return marketplace;
  }

  /** {@return whether Guance's steps go through a gateway} */
  public boolean billing() {
    return billing;
  }
}
