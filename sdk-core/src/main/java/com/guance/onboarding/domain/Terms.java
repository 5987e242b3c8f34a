package com.guance.onboarding.domain;

import java.time.Instant;

/**
 * The recorded consent to the terms, which registering and binding need (contracts/guance.md §1.4).
 *
 * @param version which version of the terms
 * @param acceptedBy who accepted them
 * @param at when
 */
public record Terms(String version, String acceptedBy, Instant at) {

  /**
   * Checks all three.
   *
   * @param version which version of the terms
   * @param acceptedBy who accepted them
   * @param at when
   */
  public Terms {
    Field.TERMS_VERSION.check(version);
    Field.TERMS_ACCEPTED_BY.check(acceptedBy);
  }

  /** Returns the version and the time, not the person. */
  @Override
  public String toString() {
    return "Terms[" + version + " at " + at + "]";
  }
}
