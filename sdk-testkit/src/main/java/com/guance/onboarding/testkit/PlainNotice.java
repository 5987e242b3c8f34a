package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A notice that says the same on each call and waits for nothing after it. */
record PlainNotice(
    PartnerCallback callback,
    Optional<OrderKey> order,
    boolean needsInstance,
    Supplier<Fields> content)
    implements Notice {

  /** About an instance, whose name is asked for when the call is made. */
  static PlainNotice of(PartnerCallback callback, OrderKey order, Supplier<Fields> content) {
    return new PlainNotice(callback, Optional.of(order), true, content);
  }

  @Override
  public Fields body(Instant at) {
    return content.get();
  }
}
