package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A callback and how it fares. */
@Value.Immutable
interface CallbackRow {

  /** How a callback fares. */
  enum Status {
    WAITING,
    DELIVERED,
    GIVEN_UP,
    CANCELLED
  }

  String callbackId();

  String activity();

  Optional<OrderKey> order();

  boolean test();

  int attempts();

  Status status();

  /** The result code of the last call, or in a word what was wrong with the answer. */
  Optional<String> lastResult();

  /** What was answered to the second copy, where a fault has sent one. */
  Optional<String> repeatedResult();

  Optional<KooGallerySignature.BodySign> bodySign();

  Optional<Instant> lastAttemptAt();

  Optional<Instant> nextAttemptAt();
}
