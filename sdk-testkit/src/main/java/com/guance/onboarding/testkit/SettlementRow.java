package com.guance.onboarding.testkit;

import java.util.Optional;

/** Whom a workspace settles through; an instance only with a Huawei account. */
record SettlementRow(
    String billingAccountId, Optional<String> huaweiAccountId, Optional<String> instanceId) {

  static final String BILLING_CENTER = "BILLING_CENTER";
  static final String HUAWEI_CLOUD = "HUAWEI_CLOUD";

  static SettlementRow ofBillingCenter(String billingAccountId) {
    return new SettlementRow(billingAccountId, Optional.empty(), Optional.empty());
  }

  SettlementRow renamed(String before, String after) {
    return new SettlementRow(
        billingAccountId, huaweiAccountId, instanceId.map(now -> now.equals(before) ? after : now));
  }

  String kind() {
    return huaweiAccountId().isPresent() ? HUAWEI_CLOUD : BILLING_CENTER;
  }

  boolean through(String huaweiAccount) {
    return huaweiAccountId().filter(huaweiAccount::equals).isPresent();
  }
}
