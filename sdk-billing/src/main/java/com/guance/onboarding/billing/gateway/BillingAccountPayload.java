package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.transport.AnswerFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Billing Center account, as it comes. */
record BillingAccountPayload(
    @Nullable String billingAccountId,
    @Nullable String userName,
    @Nullable String huaweiAccountId,
    @Nullable EnterprisePayload enterprise,
    @Nullable String guanceAccountId) {

  /** The account is the buyer's by id, or it is unreadable: nobody gets somebody else's. */
  BillingAccount account(AnswerFields fields, HuaweiAccountId buyer) {
    fields.same("huaweiAccountId", buyer.value(), huaweiAccountId);
    return new BillingAccount(
        fields.value("billingAccountId", billingAccountId, BillingAccountId::new),
        fields.text("userName", userName),
        Optional.ofNullable(enterprise == null ? null : enterprise.name())
            .filter(name -> !name.isBlank()),
        guanceAccountId != null && !guanceAccountId.isBlank());
  }

  @Override
  public String toString() {
    return "BillingAccountPayload[***]";
  }
}
