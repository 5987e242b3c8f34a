package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts under names that nobody knows before. */
final class SummaryPayload {

  private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();

  SummaryPayload() {}

  @JsonAnySetter
  @JsonDeserialize(contentUsing = Amount.class)
  void add(String name, @Nullable BigDecimal amount) {
    if (amount != null) {
      amounts.put(name, amount);
    }
  }

  Map<String, BigDecimal> amounts() {
    return Collections.unmodifiableMap(amounts);
  }
}
