package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The emulator's time, so that three hours there are three hours here.
 *
 * <p>An answer is good for a moment; while one thread asks anew, the others take the last one. If
 * the emulator does not answer, its time goes on as real time does.
 */
final class EmulatorClock extends Clock {

  private static final Logger LOG = LoggerFactory.getLogger(EmulatorClock.class);
  private static final Duration GOOD_FOR = Duration.ofMillis(25);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int CONNECT_MILLIS = 250;
  private static final int READ_MILLIS = 1000;
  private static final int OK = 200;

  private final URI address;
  private final Clock real;
  private final LongSupplier nanos;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Reading last;

  EmulatorClock(URI emulator, Clock real, LongSupplier nanos) {
    this.address = emulator.resolve("/emulator/clock");
    this.real = real;
    this.nanos = nanos;
    this.last = new Reading(real.instant(), nanos.getAsLong() - PAUSE.toNanos(), false);
  }

  /**
   * What the emulator said.
   *
   * @param time its time
   * @param at when it said so, in nanoseconds
   * @param said false if it did not answer, and the time is a guess
   */
  private record Reading(Instant time, long at, boolean said) {}

  @Override
  public Instant instant() {
    Reading known = last;
    long age = nanos.getAsLong() - known.at();
    Duration good = known.said() ? GOOD_FOR : PAUSE;
    if (age >= good.toNanos() && asking.compareAndSet(false, true)) {
      try {
        known = ask(known, age);
        last = known;
      } finally {
        asking.set(false);
      }
    }
    return known.time();
  }

  private Reading ask(Reading known, long age) {
    try {
      return new Reading(fetch(), nanos.getAsLong(), true);
    } catch (IOException | DateTimeException e) {
      if (known.said()) {
        LOG.warn("the emulator does not tell the time: {}", e.getClass().getSimpleName());
      }
      return new Reading(known.time().plusNanos(age), nanos.getAsLong(), false);
    }
  }

  private Instant fetch() throws IOException {
    HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
    call.setConnectTimeout(CONNECT_MILLIS);
    call.setReadTimeout(READ_MILLIS);
    if (call.getResponseCode() != OK) {
      throw new IOException("no clock");
    }
    try (InputStream in = call.getInputStream()) {
      JsonNode now = Json.MAPPER.readTree(in).path("now");
      return Instant.parse(now.asText());
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : new Zoned(this, zone);
  }

  @Override
  public String toString() {
    return "EmulatorClock[" + real.getZone() + "]";
  }

  /** The same time in another zone. */
  private static final class Zoned extends Clock {

    private final Clock clock;
    private final ZoneId zone;

    Zoned(Clock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Zoned(clock, other);
    }
  }
}
