package com.guance.onboarding.testkit.conformance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Gives each scenario an order: new ones, or KooGallery's debugging orders in turn. */
final class OrderNumbers {

  /** contracts/koogallery.md §6.1; the one that stands for an unsubscription is the last. */
  private static final List<String> MOCK =
      List.of(
          "MOCKPERIODYEARNEW",
          "MOCKONETIMENEW",
          "MOCKONDEMAND",
          "MOCKONDEMANDPKG",
          "MOCKPERIODDAYTRIAL",
          "MOCKMONTYTRIALTOFORMAL",
          "MOCKMONTYRENEW",
          "MOCKMONTYCHANGE",
          "MOCKMONTYUNSUBSCRIBE");

  private final Orders kind;
  private final Supplier<String> ids;
  private final AtomicInteger used = new AtomicInteger();

  OrderNumbers(Orders kind, Supplier<String> ids) {
    this.kind = kind;
    this.ids = ids;
  }

  /** An order with its line. */
  record Order(String orderId, String orderLineId) {}

  Order next() {
    String orderId =
        switch (kind) {
          case FRESH -> "CS" + ids.get();
          case MOCK -> MOCK.get(used.getAndIncrement() % MOCK.size());
        };
    return new Order(orderId, orderId + "-000001");
  }
}
