package com.guance.onboarding.transport;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What one call wants differently from its transport's settings. Immutable.
 *
 * @param deadline the time for all attempts and waits together; empty for the setting's
 * @param idempotencyKey what the remote side recognises a repetition by, sent as {@code
 *     Idempotency-Key}; printable ASCII, empty for none
 */
public record CallOptions(Optional<Duration> deadline, Optional<String> idempotencyKey) {

  private static final CallOptions NONE = new CallOptions(Optional.empty(), Optional.empty());

  /**
   * Checks the values.
   *
   * @param deadline the time for all attempts and waits together
   * @param idempotencyKey what the remote side recognises a repetition by
   * @throws IllegalArgumentException if the deadline is not positive or the key is not printable
   *     ASCII
   */
  public CallOptions {
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    if (deadline.isPresent() && (deadline.get().isNegative() || deadline.get().isZero())) {
      throw new IllegalArgumentException("deadline must be positive");
    }
    if (idempotencyKey.isPresent() && !IdempotencyKey.fits(idempotencyKey.get())) {
      throw new IllegalArgumentException("idempotencyKey must be printable ASCII, 1 to 255 long");
    }
  }

  /**
   * No wishes.
   *
   * @return options that leave everything to the settings
   */
  public static CallOptions none() {
    return NONE;
  }

  /**
   * Bounds the call.
   *
   * @param total the time for all attempts and waits together
   * @return a copy with this deadline
   */
  public CallOptions withDeadline(Duration total) {
    return new CallOptions(Optional.of(total), idempotencyKey);
  }

  /**
   * Makes the call recognisable.
   *
   * @param key the same for every repetition of the same intention
   * @return a copy with this key
   */
  public CallOptions withIdempotencyKey(String key) {
    return new CallOptions(deadline, Optional.of(key));
  }
}
