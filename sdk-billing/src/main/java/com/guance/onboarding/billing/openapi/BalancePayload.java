package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to reading the balance. */
record BalancePayload(
    @JsonDeserialize(using = Amount.class) @Nullable BigDecimal cashBalance,
    @JsonDeserialize(using = Amount.class) @Nullable BigDecimal couponBalance,
    @JsonDeserialize(using = Amount.class) @Nullable BigDecimal storedCardBalance) {

  Balance toBalance() {
    return new Balance(
        Optional.ofNullable(cashBalance),
        Optional.ofNullable(couponBalance),
        Optional.ofNullable(storedCardBalance));
  }
}
