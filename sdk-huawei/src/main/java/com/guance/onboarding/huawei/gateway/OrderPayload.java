package com.guance.onboarding.huawei.gateway;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.transport.AnswerFields;
import org.jspecify.annotations.Nullable;

/** An order line, as it comes. */
record OrderPayload(
    @Nullable String orderId,
    @Nullable String orderLineId,
    @Nullable String productId,
    @Nullable ChargingMode chargingMode,
    @Nullable String huaweiAccountId,
    boolean multiInstance) {

  OrderDetails details(AnswerFields fields, OrderKey asked) {
    fields.same("orderId", asked.orderId(), orderId);
    fields.same("orderLineId", asked.orderLineId(), orderLineId);
    return OrderDetails.builder()
        .order(asked)
        .productId(fields.text("productId", productId))
        .chargingMode(chargingMode == null ? ChargingMode.UNKNOWN : chargingMode)
        .buyer(fields.value("huaweiAccountId", huaweiAccountId, HuaweiAccountId::new))
        .multiInstance(multiInstance)
        .build();
  }
}
