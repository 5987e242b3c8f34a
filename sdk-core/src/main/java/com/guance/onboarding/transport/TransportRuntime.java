package com.guance.onboarding.transport;

import java.net.InetAddress;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.immutables.value.Value;

/**
 * Where a transport gets time, waiting, randomness and ids from, so that a test can decide them.
 */
@Value.Immutable
public interface TransportRuntime {

  /**
   * What deadlines and {@code Retry-After} dates are measured with.
   *
   * @return the system's UTC clock unless set
   */
  @Value.Default
  default Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * What waits between attempts.
   *
   * @return {@link Thread#sleep(long)} unless set
   */
  @Value.Default
  default Sleeper sleeper() {
    return time -> Thread.sleep(time.toMillis());
  }

  /**
   * What spreads the waits, so that many clients do not come back together. Must be thread-safe.
   *
   * @return a generator of no cryptographic strength unless set
   */
  @Value.Default
  default RandomGenerator random() {
    return () -> ThreadLocalRandom.current().nextLong();
  }

  /**
   * Where request ids come from: one per call, the same on all its attempts. Must be thread-safe
   * and give letters, digits, dots, dashes or underscores, at most 64.
   *
   * @return sixteen random hexadecimal digits unless set
   */
  @Value.Default
  default Supplier<String> requestIds() {
    RandomGenerator random = random();
    return () -> HexFormat.of().toHexDigits(random.nextLong());
  }

  /**
   * What turns the name of a host into addresses; only those that {@link HttpSettings#reachable()}
   * lets through are connected to.
   *
   * @return the machine's own lookup unless set
   */
  @Value.Default
  default HostLookup hosts() {
    return host -> List.of(InetAddress.getAllByName(host));
  }

  /**
   * The machine's own time and randomness.
   *
   * @return a runtime with every default
   */
  static TransportRuntime system() {
    return builder().build();
  }

  /**
   * Starts from the defaults.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TransportRuntime}. Not thread-safe. */
  final class Builder extends ImmutableTransportRuntime.Builder {
    Builder() {}
  }
}
