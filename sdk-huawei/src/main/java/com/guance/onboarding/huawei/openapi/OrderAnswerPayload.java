package com.guance.onboarding.huawei.openapi;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.ChargingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of the order query, as it comes. */
record OrderAnswerPayload(
    @JsonAlias("error_code") @Nullable String resultCode, @Nullable OrderPayload orderInfo) {

  record OrderPayload(
      @Nullable String orderId,
      @Nullable OrderType orderType,
      @Nullable String createTime,
      @Nullable List<@Nullable LinePayload> orderLine,
      @Nullable JsonNode buyerInfo,
      @Nullable JsonNode extendParams) {}

  record LinePayload(
      @Nullable String orderLineId,
      @Nullable ChargingMode chargingMode,
      @Nullable String periodType,
      @Nullable String periodNumber,
      @Nullable String expireTime,
      @Nullable List<@Nullable ProductPayload> productInfo,
      @Nullable JsonNode extendParams,
      @Nullable String currency,
      @Nullable String currencyAfterDiscount) {}

  record ProductPayload(
      @Nullable String productId,
      @Nullable String skuCode,
      @Nullable String linearValue,
      @Nullable String productName) {}
}
