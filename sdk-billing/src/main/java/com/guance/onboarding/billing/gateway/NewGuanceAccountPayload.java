package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.Verification;

/** A Guance account to register with its first workspace, as it is sent. */
record NewGuanceAccountPayload(
    String billingAccountId,
    String userName,
    String password,
    String email,
    String verificationId,
    String code,
    String site,
    TermsPayload terms,
    FirstWorkspace workspace) {

  static NewGuanceAccountPayload of(NewWorkspace order, Login owner, Credentials credentials) {
    Verification verification = credentials.verification();
    return new NewGuanceAccountPayload(
        order.account().value(),
        owner.userName(),
        credentials.password().reveal(),
        owner.email(),
        verification.id().value(),
        verification.code().reveal(),
        order.form().site().key(),
        TermsPayload.of(order.terms()),
        new FirstWorkspace(order.form().name(), order.form().language().code(), order.reference()));
  }

  @Override
  public String toString() {
    return "NewGuanceAccountPayload[***]";
  }

  /** The workspace that is created with the account. */
  record FirstWorkspace(String name, String language, String externalReference) {}
}
