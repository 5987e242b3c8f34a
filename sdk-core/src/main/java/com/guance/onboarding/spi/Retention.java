package com.guance.onboarding.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a store keeps what nobody works on any more. Nonces and claims go an hour after their
 * end, whatever stands here.
 *
 * @param now the time
 * @param parked how long facts wait for somebody whom they are about; {@link #PARKED} is usual
 * @param ended how long a completed or abandoned onboarding is kept after its last change; longer
 *     than a subscription can run, because renewals and releases are found through it
 */
public record Retention(Instant now, Duration parked, Duration ended) {

  /** How long facts usually wait: 30 days. */
  public static final Duration PARKED = Duration.ofDays(30);

  private static final Duration EXPIRED = Duration.ofHours(1);

  /**
   * Checks the times.
   *
   * @param now the time
   * @param parked how long facts wait
   * @param ended how long a completed or abandoned onboarding is kept
   */
  public Retention {
    if (parked.isNegative() || ended.isNegative()) {
      throw new IllegalArgumentException("a retention cannot be negative");
    }
  }

  /** {@return nonces and claims that ended before this time go} */
  public Instant expiredBefore() {
    return now.minus(EXPIRED);
  }

  /** {@return parked facts that were last added to before this time go} */
  public Instant parkedBefore() {
    return now.minus(parked);
  }

  /** {@return completed and abandoned onboardings that were last changed before this time go} */
  public Instant endedBefore() {
    return now.minus(ended);
  }
}
