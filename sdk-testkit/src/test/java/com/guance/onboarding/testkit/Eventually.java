package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on another thread. */
public final class Eventually {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_NANOS = 2_000_000;

  private Eventually() {}

  /** Returns when it holds; fails when that takes too long. */
  public static void holds(String what, BooleanSupplier condition) {
    holds(what, LONGEST, condition, () -> "");
  }

  /** The same with another patience. */
  public static void holds(String what, Duration longest, BooleanSupplier condition) {
    holds(what, longest, condition, () -> "");
  }

  /** The same, and says what there is instead. */
  static void holds(String what, BooleanSupplier condition, Supplier<Object> instead) {
    holds(what, LONGEST, condition, instead);
  }

  private static void holds(
      String what, Duration longest, BooleanSupplier condition, Supplier<Object> instead) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        fail("still not so: " + what + " " + instead.get());
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }
}
