package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test moves, so that three hours pass at once.
 *
 * <p>Give the same clock to the emulator and to the SDK. Time never goes back, and is not moved
 * beyond the year 9999. Safe for several threads.
 */
public final class SettableClock extends Clock {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final Clock base;
  private final AtomicReference<Duration> ahead;
  private final List<Runnable> movedListeners;
  private final List<Runnable> awaited;

  private SettableClock(
      Clock base,
      AtomicReference<Duration> ahead,
      List<Runnable> movedListeners,
      List<Runnable> awaited) {
    this.base = base;
    this.ahead = ahead;
    this.movedListeners = movedListeners;
    this.awaited = awaited;
  }

  private static SettableClock over(Clock base) {
    return new SettableClock(
        base,
        new AtomicReference<>(Duration.ZERO),
        new CopyOnWriteArrayList<>(),
        new CopyOnWriteArrayList<>());
  }

  /**
   * A clock that stands still until it is moved.
   *
   * @param start the time it shows at first
   * @return the clock
   */
  public static SettableClock standing(Instant start) {
    return over(Clock.fixed(start, ZoneOffset.UTC));
  }

  /**
   * A clock that runs with real time, ahead of it by as much as it has been moved.
   *
   * @return the clock
   */
  public static SettableClock running() {
    return over(Clock.systemUTC());
  }

  /**
   * Lets time pass; returns when what fell due inside the emulator has happened.
   *
   * @param time how much, not negative
   * @throws IllegalArgumentException if the time is negative or leads beyond the year 9999; then
   *     the clock stays as it is
   */
  public void advance(Duration time) {
    move(time);
    awaited.forEach(Runnable::run);
  }

  private void move(Duration time) {
    if (time.isNegative()) {
      throw new InvalidInputException("advance", "must not be negative: time never goes back");
    }
    ahead.accumulateAndGet(time, this::further);
    movedListeners.forEach(Runnable::run);
  }

  /** Looked at before it is added: a time that nobody can read would stop its world for good. */
  private Duration further(Duration known, Duration more) {
    Duration left = Duration.between(base.instant().plus(known), LAST);
    if (more.compareTo(left) > 0) {
      throw new InvalidInputException("advance", "must not lead beyond the year 9999");
    }
    return known.plus(more);
  }

  /**
   * Waits by moving this clock: a wait of thirty seconds costs a test no time. It does not wait for
   * what falls due meanwhile: the emulator may be waiting for an answer of the one that waits here.
   *
   * @return a sleeper for {@code TransportRuntime}
   */
  public Sleeper sleeper() {
    return this::move;
  }

  /** Has something run after each move, on the thread that moved the clock. */
  void whenMoved(Runnable listener) {
    movedListeners.add(listener);
  }

  /** Has {@link #advance} wait for something after each move; ends what was begun before. */
  Runnable whenAdvanced(Runnable wait) {
    awaited.add(wait);
    return () -> awaited.remove(wait);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  /** Returns the same clock in another zone; moving one moves both. */
  @Override
  public SettableClock withZone(ZoneId zone) {
    return new SettableClock(base.withZone(zone), ahead, movedListeners, awaited);
  }

  @Override
  public String toString() {
    return "SettableClock[" + instant() + "]";
  }
}
