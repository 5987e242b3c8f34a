package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.billing.gateway.WorkspaceLife.Settlement;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import org.jspecify.annotations.Nullable;

/** Whom a workspace is to settle through instead, as it is sent; what is null is not sent. */
record SettlementChangePayload(
    String kind,
    String billingAccountId,
    @Nullable String huaweiAccountId,
    @Nullable String instanceId) {

  static SettlementChangePayload toBillingCenter(BillingAccountId account) {
    return new SettlementChangePayload(
        Settlement.Kind.BILLING_CENTER.name(), account.value(), null, null);
  }

  static SettlementChangePayload toHuaweiCloud(
      BillingAccountId account, HuaweiAccountId huaweiAccount, InstanceId instance) {
    return new SettlementChangePayload(
        Settlement.Kind.HUAWEI_CLOUD.name(),
        account.value(),
        huaweiAccount.value(),
        instance.value());
  }
}
