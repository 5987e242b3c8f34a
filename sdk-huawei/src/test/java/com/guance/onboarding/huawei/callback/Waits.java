package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.error.StoreException;
import java.util.concurrent.CountDownLatch;

/** What hangs until it is let go. */
final class Waits {

  private Waits() {}

  /** Listens to interruptions. */
  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("commit", "interrupted", null);
    }
  }

  /** Does not listen to interruptions. */
  static void awaitStubbornly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        // as if nothing had happened
      }
    }
  }
}
