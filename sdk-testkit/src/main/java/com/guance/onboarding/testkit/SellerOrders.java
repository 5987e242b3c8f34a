package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders as the seller's order query shows them (contracts/koogallery.md §6.1). */
final class SellerOrders {

  private static final String SKU = "00000000-0000-0000-0000-000000000001";

  private final World world;

  SellerOrders(World world) {
    this.world = world;
  }

  /** An order and one line, or all that it has; empty when there is none. */
  Optional<Fields> find(String orderId, Optional<String> orderLineId) {
    return world.act(
        Origin.GATEWAY,
        () ->
            MockOrder.of(orderId)
                .filter(mock -> matches(mock.key(), orderId, orderLineId))
                .map(this::mock)
                .or(() -> placed(orderId, orderLineId))
                .or(() -> change(orderId, orderLineId)));
  }

  private static boolean matches(OrderKey key, String orderId, Optional<String> line) {
    return key.orderId().equals(orderId)
        && line.filter(id -> !id.equals(key.orderLineId())).isEmpty();
  }

  private Optional<Fields> placed(String orderId, Optional<String> line) {
    List<OrderRow> rows =
        world.tables().orders.values().stream()
            .filter(row -> matches(row.key(), orderId, line))
            .filter(row -> !row.visibleFrom().isAfter(world.now()))
            .toList();
    return rows.stream()
        .findFirst()
        .map(
            first ->
                order(
                    orderId,
                    first.orderType(),
                    placedAt(first),
                    rows.stream().map(row -> line(row, row.key().orderLineId())).toList(),
                    first.huaweiAccountId()));
  }

  private Instant placedAt(OrderRow row) {
    return row.visibleFrom().minus(world.settings().activationTime());
  }

  private Optional<Fields> change(String orderId, Optional<String> line) {
    return world.tables().changes.values().stream()
        .filter(row -> matches(row.key(), orderId, line))
        .findFirst()
        .flatMap(
            change ->
                Optional.ofNullable(world.tables().orders.get(change.changed()))
                    .map(
                        row ->
                            order(
                                orderId,
                                change.orderType(),
                                change.at(),
                                List.of(line(row, change.key().orderLineId())),
                                row.huaweiAccountId())));
  }

  private static Fields order(
      String orderId, String type, Instant at, List<Fields> lines, String buyer) {
    return Fields.of("orderId", orderId)
        .and("orderType", type)
        .and("createTime", WireTimes.order(at))
        .and("orderLine", lines)
        .and("buyerInfo", buyer(buyer))
        .and("extendParams", List.of());
  }

  private static Fields line(OrderRow row, String lineId) {
    return line(lineId, row.chargingMode(), row.expiresAt().map(end -> "year"), row.expiresAt())
        .and("productInfo", List.of(product(row)));
  }

  private static Fields line(
      String lineId, String chargingMode, Optional<String> period, Optional<Instant> expiry) {
    return Fields.of("orderLineId", lineId)
        .and("chargingMode", chargingMode)
        .and("periodType", period)
        .and("periodNumber", period.isPresent() ? 1 : null)
        .and("expireTime", expiry.map(WireTimes::order))
        .and("extendParams", List.of())
        .and("currency", "0")
        .and("currencyAfterDiscount", "0");
  }

  static Fields product(OrderRow row) {
    return product(row.productId());
  }

  private static Fields product(String productId) {
    return Fields.of("productId", productId)
        .and("skuCode", SKU)
        .and("linearValue", 1)
        .and("productName", "Guance");
  }

  static Fields mockProduct() {
    return product("OFFI000000000000000000");
  }

  private static Fields buyer(String account) {
    return Fields.of("mobilePhone", null)
        .and("email", null)
        .and("customerId", account)
        .and("customerName", "buyer-" + account)
        .and("customerRealName", null)
        .and("customerType", 0)
        .and("userId", null)
        .and("userName", null);
  }

  private Fields mock(MockOrder mock) {
    boolean period = !mock.periodType.isEmpty();
    Optional<Instant> expiry =
        period ? Optional.of(world.now().plus(Duration.ofDays(30))) : Optional.empty();
    Fields line =
        line(
                mock.key().orderLineId(),
                mock.chargingMode,
                Optional.of(mock.periodType).filter(type -> period),
                expiry)
            .and("productInfo", List.of(mockProduct()));
    return order(mock.name(), mock.orderType, world.now(), List.of(line), "mock-customer");
  }
}
