package com.guance.onboarding.transport;

import java.time.Duration;

/** Waits between two attempts; a test passes one that only moves its clock. */
@FunctionalInterface
public interface Sleeper {

  /**
   * Returns when the time has passed.
   *
   * @param time how long to wait, never negative
   * @throws InterruptedException if the thread was interrupted while waiting
   */
  void sleep(Duration time) throws InterruptedException;
}
