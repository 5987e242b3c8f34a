package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Orders that failed because the partner did not answer; too many of them cost the product. */
final class FailedOrders {

  /** More failed orders than this in one month, and the product is delisted. */
  private static final int FAILURES_A_MONTH = 5;

  private final World world;

  FailedOrders(World world) {
    this.world = world;
  }

  void add(OrderKey order, PartnerCallback unanswered, Instant at) {
    world.act(
        Origin.PERSON,
        () ->
            world.tables().failedOrders.add(new FailedOrderRow(order, unanswered.wireName(), at)));
  }

  static boolean delisted(List<FailedOrderRow> failures) {
    return failures.stream()
        .map(FailedOrders::month)
        .anyMatch(
            month ->
                failures.stream().filter(row -> month(row).equals(month)).count()
                    > FAILURES_A_MONTH);
  }

  private static YearMonth month(FailedOrderRow row) {
    return YearMonth.from(row.at().atOffset(ZoneOffset.UTC));
  }
}
