package com.guance.onboarding.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making: names in the order in which they are said, null where absent. */
final class Fields {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  private Fields() {}

  static Fields from(Map<String, @Nullable Object> values) {
    Fields fields = new Fields();
    fields.values.putAll(values);
    return fields;
  }

  static Fields of(String name, @Nullable Object value) {
    return new Fields().and(name, value);
  }

  Fields and(String name, @Nullable Object value) {
    values.put(name, plain(value));
    return this;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    } else if (value instanceof Fields fields) {
      return fields.values;
    } else if (value instanceof List<?> list) {
      return list.stream().map(Fields::plain).toList();
    } else if (value == null
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Map) {
      return value;
    }
    return value.toString();
  }

  Map<String, @Nullable Object> asMap() {
    return values;
  }
}
