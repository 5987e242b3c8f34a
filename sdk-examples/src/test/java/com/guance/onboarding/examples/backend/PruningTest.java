package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The store is cleaned once a day, whatever happens. */
class PruningTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SettableClock clock = SettableClock.standing(START);
  private final List<Retention> asked = new ArrayList<>();

  @Test
  void run_again_onlyWhenADayHasPassed() {
    Pruning pruning = new Pruning(asked::add, clock);

    pruning.run();
    clock.advance(Duration.ofHours(23));
    pruning.run();
    assertThat(asked).hasSize(1);
    clock.advance(Duration.ofHours(1));
    pruning.run();

    assertThat(asked)
        .extracting(Retention::now)
        .containsExactly(START, START.plus(Duration.ofDays(1)));
  }

  @Test
  void run_storeIsDown_triesTomorrowAndKeepsNobodyWaiting() {
    Pruning pruning =
        new Pruning(
            retention -> {
              asked.add(retention);
              throw new StoreException("prune", "is down", null);
            },
            clock);

    assertThatThrownBy(pruning::run).isInstanceOf(StoreException.class);
    pruning.run();

    assertThat(asked).hasSize(1);
  }
}
