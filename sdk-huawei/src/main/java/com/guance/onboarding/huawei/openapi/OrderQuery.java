package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.transport.Retryable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for orders and picks from the answers what was asked for. */
final class OrderQuery {

  private static final String OPERATION = "find order";
  private static final int LONGEST_ID = 64;

  private final Marketplace marketplace;
  private final boolean customerIdIsAccountId;
  private final OrderReader reader = new OrderReader(OPERATION);

  OrderQuery(Marketplace marketplace, boolean customerIdIsAccountId) {
    this.marketplace = marketplace;
    this.customerIdIsAccountId = customerIdIsAccountId;
  }

  Optional<Order> find(String orderId) {
    return ask(orderId, null);
  }

  Optional<Order> find(OrderKey key) {
    return ask(key.orderId(), key.orderLineId())
        .flatMap(order -> line(order, key).map(line -> withOnly(line, order)));
  }

  Optional<OrderDetails> details(OrderKey key) {
    return ask(key.orderId(), key.orderLineId())
        .flatMap(order -> line(order, key).map(line -> details(order, line)));
  }

  private Optional<Order> ask(String orderId, @Nullable String orderLineId) {
    checkId("orderId", orderId);
    if (orderLineId != null) {
      checkId("orderLineId", orderLineId);
    }
    OrderAnswerPayload answer =
        marketplace.call(
            OPERATION,
            Retryable.READ,
            api -> api.findOrder(orderId, orderLineId),
            (body, raw) -> OpenApiErrors.inSuccess(body.resultCode(), raw));
    if (answer.orderInfo() == null) {
      if (answer.resultCode() == null) {
        throw unreadable("resultCode", "is missing");
      }
      return Optional.empty();
    }
    Order order = reader.order(answer.orderInfo());
    if (!order.orderId().equals(orderId)) {
      throw unreadable("orderInfo.orderId", "is not the one asked for");
    }
    return Optional.of(order);
  }

  private OrderDetails details(Order order, OrderLine line) {
    OrderDetails.Builder details =
        OrderDetails.builder().order(line.key()).chargingMode(line.chargingMode());
    line.products().stream()
        .flatMap(product -> product.productId().stream())
        .findFirst()
        .ifPresent(details::productId);
    if (customerIdIsAccountId) {
      order
          .buyer()
          .flatMap(Buyer::customerId)
          .flatMap(OrderQuery::account)
          .ifPresent(details::buyer);
    }
    return details.build();
  }

  private static Optional<HuaweiAccountId> account(String customerId) {
    try {
      return Optional.of(new HuaweiAccountId(customerId));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static Optional<OrderLine> line(Order order, OrderKey key) {
    return order.lines().stream().filter(line -> line.key().equals(key)).findFirst();
  }

  private static Order withOnly(OrderLine line, Order order) {
    return Order.builder().from(order).lines(List.of(line)).build();
  }

  private static void checkId(String field, String id) {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new InvalidInputException(field, "must have 1 to 64 characters");
    }
  }

  private static ProtocolException unreadable(String field, String problem) {
    return ProtocolException.ofField(OpenApiErrors.PROVIDER, OPERATION, field, problem, null);
  }
}
