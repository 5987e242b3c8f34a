package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Terms;

/** The upgrade that cannot be undone, as it is sent. */
record UpgradePayload(String billingAccountId, String dataCollectedWhileFree, TermsPayload terms) {

  static UpgradePayload of(BillingAccountId account, Terms terms) {
    return new UpgradePayload(account.value(), "INVISIBLE", TermsPayload.of(terms));
  }
}
