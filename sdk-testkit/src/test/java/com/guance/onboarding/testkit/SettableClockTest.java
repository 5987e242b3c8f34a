package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettableClockTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final SettableClock clock = SettableClock.standing(START);

  @Test
  void advance_standing_showsExactlyThat() {
    clock.advance(Duration.ofHours(3));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(3)));
  }

  @Test
  void advance_backwards_isRefused() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1000000000000D", "P2912600D", "PT2562047788015215H30M7S"})
  void advance_beyondAllCalendars_isRefusedAndLeavesTheClockAsItWas(String absurd) {
    clock.advance(Duration.ofHours(1));

    assertThatThrownBy(() -> clock.advance(Duration.parse(absurd)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9999");

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    clock.advance(Duration.between(clock.instant(), Instant.parse("9999-12-31T23:59:59Z")));
    assertThat(clock.instant()).hasToString("9999-12-31T23:59:59Z");
  }

  @Test
  void sleeper_movesTheClockInsteadOfWaiting() throws InterruptedException {
    clock.sleeper().sleep(Duration.ofSeconds(30));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(30));
  }

  @Test
  void withZone_movesAlong() {
    SettableClock shanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));
    clock.advance(Duration.ofSeconds(1));

    assertThat(shanghai.instant()).isEqualTo(clock.instant());
    assertThat(shanghai.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void running_isAheadByWhatItWasMoved() {
    SettableClock running = SettableClock.running();
    Instant before = running.instant();
    running.advance(Duration.ofDays(1));

    assertThat(running.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
  }

  @Test
  void whenMoved_isToldAfterEachMove() {
    AtomicInteger moves = new AtomicInteger();
    clock.whenMoved(moves::incrementAndGet);

    clock.advance(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));

    assertThat(moves).hasValue(2);
  }
}
