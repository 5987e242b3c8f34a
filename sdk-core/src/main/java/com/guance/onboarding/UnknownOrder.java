package com.guance.onboarding;

import com.guance.onboarding.domain.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What it means that nobody knows the order: at first that it is new, later that it is wrong. */
final class UnknownOrder {

  /** How long an order may lag behind before somebody has to look at it. */
  static final Duration LAG = Duration.ofHours(1);

  private UnknownOrder() {}

  static Problem problem(Instant since, Instant now) {
    boolean lags = now.isBefore(since.plus(LAG));
    return new Problem(
        "ORDER_NOT_FOUND",
        new Problem.What(
            Optional.of("order.orderId"),
            "must be, with its line, an order that KooGallery knows of this seller"),
        lags ? Problem.Mender.NOBODY : Problem.Mender.PARTNER,
        lags
            ? "Nothing to do yet: an order may be known a little later; it is looked up again."
            : "Compare the ids of order and line with KooGallery, and check that the gateway is"
                + " this seller's; cancel the onboarding if they are wrong. It is still looked up.");
  }
}
