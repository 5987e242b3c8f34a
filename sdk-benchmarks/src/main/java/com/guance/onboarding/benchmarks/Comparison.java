package com.guance.onboarding.benchmarks;

/**
 * Two benchmarks whose ratio has a limit.
 *
 * @param name what to call it on the command line
 * @param title what is compared, in words
 * @param ours the benchmark of the SDK, as {@code Class.method}
 * @param floor the benchmark of the same work by hand; empty where both take turns in one process,
 *     which {@code ours} names
 * @param warmUps how many calls of each side warm up where they take turns in processes of their
 *     own; 0 where they run one after the other
 * @param limits what the ratio may be
 */
record Comparison(
    String name, String title, String ours, String floor, int warmUps, Limits limits) {

  /** Whether both sides take turns in one process. */
  boolean inOneProcess() {
    return floor.isEmpty();
  }

  /** Whether both sides take turns in processes of their own. */
  boolean inTurns() {
    return warmUps > 0;
  }

  /**
   * Limits of ratios.
   *
   * @param time of the times
   * @param bytes of the bytes that are allocated; infinite where none is set
   * @param atLeast whether the ratio must not be less, rather than not be more
   */
  record Limits(double time, double bytes, boolean atLeast) {

    static Limits atMost(double time, double bytes) {
      return new Limits(time, bytes, false);
    }

    static Limits atMost(double time) {
      return new Limits(time, Double.POSITIVE_INFINITY, false);
    }

    boolean time(double ratio) {
      return atLeast ? ratio >= time : ratio <= time;
    }

    boolean bytes(double ratio) {
      return Double.isInfinite(bytes) || (atLeast ? ratio >= bytes : ratio <= bytes);
    }
  }
}
