package com.guance.onboarding.huawei.callback;

import java.time.Duration;

/**
 * Until when there must be an answer. Counted by the machine's own steady time: KooGallery waits in
 * real time, whatever the clock of the flow says.
 *
 * @param endNanos the end, as {@link System#nanoTime()} counts
 */
record Deadline(long endNanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  long nanosLeft() {
    return Math.max(0, endNanos - System.nanoTime());
  }
}
