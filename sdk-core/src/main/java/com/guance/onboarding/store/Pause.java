package com.guance.onboarding.store;

import com.guance.onboarding.error.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What those who lose one race after another wait before the next attempt, each differently, so
 * that they do not meet again. All pauses of a call together are shorter than two seconds.
 */
final class Pause {

  /** The first repetitions come at once: most races are lost no more than once. */
  private static final int AT_ONCE = 2;

  private static final int STEP_MILLIS = 10;
  private static final int LONGEST_MILLIS = 100;

  private final Waiting waiting;
  private final RandomGenerator random;

  Pause(Waiting waiting, RandomGenerator random) {
    this.waiting = waiting;
    this.random = random;
  }

  /** Waits. */
  interface Waiting {
    void await(Duration time) throws InterruptedException;
  }

  static Pause real() {
    return new Pause(
        time -> Thread.sleep(time.toMillis()), () -> ThreadLocalRandom.current().nextLong());
  }

  /** Waits after an attempt that was lost; the longer, the more have been. */
  void after(int attempt, String operation) {
    if (attempt < AT_ONCE) {
      return;
    }
    int longest = Math.min(LONGEST_MILLIS, STEP_MILLIS * (attempt - AT_ONCE + 1));
    try {
      waiting.await(Duration.ofMillis(1L + random.nextInt(longest)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException(operation, "interrupted between two attempts", interrupted);
    }
  }
}
