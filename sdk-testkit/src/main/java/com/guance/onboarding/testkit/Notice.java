package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.Optional;

/** Something that KooGallery has to tell or ask, in as many calls as it takes. */
interface Notice {

  PartnerCallback callback();

  /** The order that it is about; what is about one order goes out one after the other. */
  Optional<OrderKey> order();

  /** Whether it names the instance, and so waits until the partner has named it. */
  default boolean needsInstance() {
    return true;
  }

  /** The body of one call, at the time of that call on the clock. */
  Fields body(Instant at);

  /** Whether the partner need not be called again. */
  default boolean settledBy(CallResult result) {
    return result.succeeded();
  }

  /** After the call that settled it. */
  default void delivered(CallResult result, Instant at) {}

  /** After the last call, when none has settled it. */
  default void givenUp(Instant at) {}
}
