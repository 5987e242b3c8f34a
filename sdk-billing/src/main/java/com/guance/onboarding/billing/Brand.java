package com.guance.onboarding.billing;

/** The name under which Guance's service is sold; each brand has its own sites and hosts. */
public enum Brand {
  /** Guance, in China and abroad. */
  GUANCE("Guance"),
  /** TrueWatch, abroad only. */
  TRUEWATCH("TrueWatch");

  private final String label;

  Brand(String label) {
    this.label = label;
  }

  /** {@return the name for people} */
  public String label() {
    return label;
  }
}
