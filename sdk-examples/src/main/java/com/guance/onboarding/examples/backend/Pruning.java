package com.guance.onboarding.examples.backend;

import com.guance.onboarding.spi.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Has the store forget once a day what nobody needs any more; used by one thread. */
final class Pruning implements Runnable {

  private static final Duration DAY = Duration.ofDays(1);

  /** Longer than a subscription runs: renewals and releases find their customer through it. */
  private static final Duration ENDED = Duration.ofDays(5 * 366);

  private final Consumer<Retention> store;
  private final Clock clock;
  private Instant next = Instant.MIN;

  Pruning(Consumer<Retention> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(DAY); // also when it fails, so that nothing else waits for it
      store.accept(new Retention(now, Retention.PARKED, ENDED));
    }
  }
}
