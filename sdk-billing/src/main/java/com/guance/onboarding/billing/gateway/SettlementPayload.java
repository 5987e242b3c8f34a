package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.spi.BillingGateway.Settlement;

/** Whom a workspace is to settle through, as it is sent. */
record SettlementPayload(
    String billingAccountId, String huaweiAccountId, String orderId, String orderLineId) {

  static SettlementPayload of(Settlement settlement) {
    return new SettlementPayload(
        settlement.account().value(),
        settlement.huaweiAccount().value(),
        settlement.order().orderId(),
        settlement.order().orderLineId());
  }
}
