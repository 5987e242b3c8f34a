package com.guance.onboarding.examples.backend;

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

  boolean marketplace() {
    return marketplace;
  }

  boolean billing() {
    return billing;
  }
}
