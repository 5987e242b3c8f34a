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
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The emulator's time, so that three hours there are three hours here.
 *
 * <p>An answer is good for a moment, and for some moments more while it is asked for anew behind
 * the back of whoever wants to know: a callback does not wait for it. After that one thread asks
 * itself, and the others take the last answer. If the emulator does not answer, its time goes on as
 * real time does.
 */
final class EmulatorClock extends Clock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmulatorClock.class);
  private static final Duration GOOD_FOR = Duration.ofMillis(25);
  private static final Duration GOOD_ENOUGH_FOR = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int CONNECT_MILLIS = 250;
  private static final int READ_MILLIS = 1000;
  private static final int OK = 200;

  private final URI address;
  private final Clock real;
  private final LongSupplier nanos;
  private final AtomicBoolean asking = new AtomicBoolean();
  private final ThreadPoolExecutor asker =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          EmulatorClock::thread,
          new ThreadPoolExecutor.DiscardPolicy());
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

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "backend-clock");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Instant instant() {
    Reading known = last;
    long age = nanos.getAsLong() - known.at();
    Duration good = known.said() ? GOOD_FOR : PAUSE;
    if (age < good.toNanos()) {
      return known.time();
    }
    if (known.said() && age < GOOD_ENOUGH_FOR.toNanos()) {
      asker.execute(() -> refresh(known)); // dropped while it is at it
      return known.time();
    }
    return refresh(known);
  }

  /** The time now; the last answer while somebody else asks. */
  private Instant refresh(Reading known) {
    if (!asking.compareAndSet(false, true)) {
      return known.time();
    }
    try {
      Reading now = ask(known, nanos.getAsLong() - known.at());
      last = now;
      return now.time();
    } finally {
      asking.set(false);
    }
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

  /** Asks behind nobody's back any more. */
  @Override
  public void close() {
    asker.shutdownNow();
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
