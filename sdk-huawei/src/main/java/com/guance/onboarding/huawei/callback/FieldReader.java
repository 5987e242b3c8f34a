package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Reads the fields of one verified body as our own values. */
final class FieldReader {

  private final WireObject body;
  private final Instant signedAt;

  FieldReader(Verified verified) {
    this(verified.body(), verified.stamp().at());
  }

  FieldReader(WireObject body, Instant signedAt) {
    this.body = body;
    this.signedAt = signedAt;
  }

  WireObject body() {
    return body;
  }

  Instant signedAt() {
    return signedAt;
  }

  Optional<String> text(WireField field) {
    return body.text(field);
  }

  String needed(WireField field) {
    return body.text(field)
        .orElseThrow(() -> new InvalidInputException(field.name(), "is missing"));
  }

  InstanceId instance() {
    return new InstanceId(needed(WireField.INSTANCE_ID));
  }

  OrderKey order() {
    return new OrderKey(needed(WireField.ORDER_ID), needed(WireField.ORDER_LINE_ID));
  }

  /** An order that may be absent, wholly or its line alone. */
  Optional<OrderKey> orderIfAny() {
    return text(WireField.ORDER_ID)
        .flatMap(order -> text(WireField.ORDER_LINE_ID).map(line -> new OrderKey(order, line)));
  }

  /** Absent, "0", "1", 0, 1: all are on the wire. */
  boolean test() {
    return text(WireField.TEST_FLAG)
        .filter(flag -> flag.equals("1") || flag.equalsIgnoreCase("true"))
        .isPresent();
  }

  SyncFlag flag() {
    return SyncFlag.of(needed(WireField.FLAG));
  }

  /** The enum constant of this name in any case, or the one for unknown values. */
  static <E extends Enum<E>> E enumOf(Class<E> type, String name, E unknown) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(wanted)) {
        return value;
      }
    }
    return unknown;
  }
}
