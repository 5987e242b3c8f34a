package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on another thread. */
final class Eventually {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_NANOS = 2_000_000;

  private Eventually() {}

  static void holds(String what, BooleanSupplier condition) {
    holds(what, condition, () -> "");
  }

  /** The same, and says what there is instead. */
  static void holds(String what, BooleanSupplier condition, Supplier<Object> instead) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        fail("still not so: " + what + " " + instead.get());
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }
}
