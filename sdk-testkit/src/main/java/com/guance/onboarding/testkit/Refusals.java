package com.guance.onboarding.testkit;

import java.util.function.Supplier;

/** Shows a console's refusal to whoever drives the robot. */
final class Refusals {

  private Refusals() {}

  static <T> T shown(Supplier<T> act) {
    try {
      return act.get();
    } catch (Refused refused) {
      throw new IllegalStateException("the console refuses: " + refused.brief(), refused);
    }
  }
}
