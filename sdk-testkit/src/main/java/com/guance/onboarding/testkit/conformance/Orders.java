package com.guance.onboarding.testkit.conformance;

/** Which orders the requests are about. */
public enum Orders {
  /**
   * Orders of this run alone, with the test flag, so that every run finds the endpoint the same.
   */
  FRESH,
  /** The nine debugging orders of KooGallery's documents, which its order query knows. */
  MOCK
}
