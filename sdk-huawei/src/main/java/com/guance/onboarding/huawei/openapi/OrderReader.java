package com.guance.onboarding.huawei.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.huawei.openapi.OrderAnswerPayload.LinePayload;
import com.guance.onboarding.huawei.openapi.OrderAnswerPayload.OrderPayload;
import com.guance.onboarding.huawei.openapi.OrderAnswerPayload.ProductPayload;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns an order as it comes into ours: strict about ids and times, lenient about the rest. */
final class OrderReader {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final int TIME_DIGITS = 14;
  private static final int TIME_DIGITS_WITH_MILLIS = 17;
  private static final int LONGEST_AMOUNT = 40;

  private final String operation;

  OrderReader(String operation) {
    this.operation = operation;
  }

  Order order(OrderPayload wire) {
    String orderId = wire.orderId();
    if (orderId == null || orderId.isBlank()) {
      throw unreadable("orderInfo.orderId", "is missing");
    }
    Order.Builder order =
        Order.builder()
            .orderId(orderId)
            .type(wire.orderType() == null ? OrderType.UNKNOWN : wire.orderType())
            .createTime(
                time("orderInfo.createTime", wire.createTime())
                    .orElseThrow(() -> unreadable("orderInfo.createTime", "is missing")))
            .buyer(buyer(wire.buyerInfo()))
            .extendParams(params(wire.extendParams()));
    for (LinePayload line : present(wire.orderLine())) {
      order.addLines(line(orderId, line));
    }
    return order.build();
  }

  private OrderLine line(String orderId, LinePayload wire) {
    OrderLine.Builder line =
        OrderLine.builder()
            .key(key(orderId, wire.orderLineId()))
            .chargingMode(wire.chargingMode() == null ? ChargingMode.UNKNOWN : wire.chargingMode())
            .periodType(text(wire.periodType()))
            .periodNumber(number(wire.periodNumber()).flatMap(OrderReader::whole))
            .expireTime(time("orderInfo.orderLine.expireTime", wire.expireTime()))
            .extendParams(params(wire.extendParams()))
            .amount(number(wire.currency()))
            .amountAfterDiscount(number(wire.currencyAfterDiscount()));
    for (ProductPayload product : present(wire.productInfo())) {
      line.addProducts(
          Product.builder()
              .productId(text(product.productId()))
              .skuCode(text(product.skuCode()))
              .linearValue(number(product.linearValue()))
              .name(text(product.productName()))
              .build());
    }
    return line.build();
  }

  private OrderKey key(String orderId, @Nullable String orderLineId) {
    String field = "orderInfo.orderLine.orderLineId";
    if (orderLineId == null || orderLineId.isBlank()) {
      throw unreadable(field, "is missing");
    }
    try {
      return new OrderKey(orderId, orderLineId);
    } catch (InvalidInputException e) {
      throw unreadable(field, e.rule());
    }
  }

  /** 14 digits; 17, with milliseconds, are seen elsewhere at KooGallery. */
  private Optional<LocalDateTime> time(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String digits = text.strip();
    if (digits.length() == TIME_DIGITS_WITH_MILLIS) {
      digits = digits.substring(0, TIME_DIGITS);
    }
    try {
      return Optional.of(LocalDateTime.parse(digits, TIME));
    } catch (DateTimeException e) {
      throw unreadable(field, "is not a time written yyyyMMddHHmmss");
    }
  }

  private static Optional<Buyer> buyer(@Nullable JsonNode wire) {
    if (wire == null || !wire.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        Buyer.builder()
            .customerId(text(wire, "customerId"))
            .customerName(text(wire, "customerName"))
            .customerRealName(text(wire, "customerRealName"))
            .customerType(
                text(wire, "customerType").flatMap(OrderReader::number).flatMap(OrderReader::whole))
            .userId(text(wire, "userId"))
            .userName(text(wire, "userName"))
            .mobilePhone(text(wire, "mobilePhone"))
            .email(text(wire, "email"))
            .build());
  }

  /** A list of names and values; {@code key} for {@code name} is seen too. */
  private static Map<String, String> params(@Nullable JsonNode wire) {
    Map<String, String> params = new LinkedHashMap<>();
    if (wire != null && wire.isArray()) {
      for (JsonNode param : wire) {
        Optional<String> name = text(param, "name").or(() -> text(param, "key"));
        name.ifPresent(n -> params.put(n, text(param, "value").orElse("")));
      }
    }
    return params;
  }

  private static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isValueNode() && !value.isNull() ? text(value.asText()) : Optional.empty();
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** A number that cannot be read is left out: no step of an onboarding depends on one. */
  private static Optional<BigDecimal> number(@Nullable String text) {
    try {
      return text(text).filter(t -> t.length() <= LONGEST_AMOUNT).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(BigDecimal number) {
    try {
      return Optional.of(number.intValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static <T> List<T> present(@Nullable List<@Nullable T> list) {
    return list == null
        ? List.of()
        : list.stream().flatMap(item -> Optional.ofNullable(item).stream()).toList();
  }

  private ProtocolException unreadable(String field, String problem) {
    return ProtocolException.ofField(OpenApiErrors.PROVIDER, operation, field, problem, null);
  }
}
