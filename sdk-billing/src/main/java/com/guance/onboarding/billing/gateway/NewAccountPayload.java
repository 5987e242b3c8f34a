package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.Site;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.Verification;
import org.jspecify.annotations.Nullable;

/** An account to register or to bind, as it is sent; what is null is not sent. */
record NewAccountPayload(
    String huaweiAccountId,
    String userName,
    @Nullable String password,
    String email,
    String verificationId,
    String code,
    @Nullable String site,
    TermsPayload terms,
    String externalReference) {

  static NewAccountPayload toRegister(
      NewAccount account, Credentials credentials, Site site, String reference) {
    Verification verification = credentials.verification();
    return new NewAccountPayload(
        account.huaweiAccount().value(),
        account.login().userName(),
        credentials.password().reveal(),
        account.login().email(),
        verification.id().value(),
        verification.code().reveal(),
        site.key(),
        TermsPayload.of(account.terms()),
        reference);
  }

  static NewAccountPayload toBind(NewAccount account, Verification verification, String reference) {
    return new NewAccountPayload(
        account.huaweiAccount().value(),
        account.login().userName(),
        null,
        account.login().email(),
        verification.id().value(),
        verification.code().reveal(),
        null,
        TermsPayload.of(account.terms()),
        reference);
  }

  @Override
  public String toString() {
    return "NewAccountPayload[***]";
  }
}
