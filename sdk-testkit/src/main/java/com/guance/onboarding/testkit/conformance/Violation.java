package com.guance.onboarding.testkit.conformance;

/** The contract was not kept; says how, in our own words, never with a part of an answer. */
final class Violation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Words words;

  Violation(String zh, String en) {
    super(en, null, false, false);
    this.words = new Words(zh, en);
  }

  Words words() {
    return words;
  }
}
