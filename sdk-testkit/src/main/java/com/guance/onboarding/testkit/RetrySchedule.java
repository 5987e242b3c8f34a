package com.guance.onboarding.testkit;

import java.time.Duration;

/**
 * How often KooGallery calls until it gives up (contracts/koogallery.md §1.11).
 *
 * @param interval the time on the clock between two calls
 * @param calls how many calls in all
 */
record RetrySchedule(Duration interval, int calls) {

  static RetrySchedule once() {
    return new RetrySchedule(Duration.ZERO, 1);
  }

  static RetrySchedule every(Duration interval, int calls) {
    return new RetrySchedule(interval, calls);
  }

  /** The first call, and one more at the end of each interval until the window is over. */
  static RetrySchedule within(Duration window, Duration interval) {
    return new RetrySchedule(interval, 1 + (int) window.dividedBy(interval));
  }
}
