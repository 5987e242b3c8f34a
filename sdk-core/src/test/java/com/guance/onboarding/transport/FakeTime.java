package com.guance.onboarding.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody sleeps; remembers for how long. */
final class FakeTime extends Clock implements Sleeper {

  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  /**
   * A runtime of this time, with even jitter and the request ids {@code req-1}, {@code req-2}, ….
   */
  TransportRuntime runtime() {
    int[] calls = {0};
    return TransportRuntime.builder()
        .clock(this)
        .sleeper(this)
        .random(() -> Long.MIN_VALUE) // nextDouble() is then 0.5
        .requestIds(() -> "req-" + ++calls[0])
        .build();
  }

  @Override
  public void sleep(Duration time) {
    sleeps.add(time);
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
