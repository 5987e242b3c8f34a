package com.guance.onboarding.testkit.conformance;

/** One thing that must hold. */
record Scenario(String name, Section section, Words expected, Check check) {

  /** Talks to the endpoint and throws a {@link Violation} where it does not hold. */
  interface Check {
    void on(Endpoint endpoint);
  }

  static Scenario of(String name, Section section, String zh, String en, Check check) {
    return new Scenario(name, section, new Words(zh, en), check);
  }
}
