package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the proven buyer's account pays through a Billing Center account already. */
final class FindBillingAccountStep implements Step.Reading {

  private final BillingGateway gateway;

  FindBillingAccountStep(BillingGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "find billing account";
  }

  @Override
  public Stage stage() {
    return Stage.BILLING_ACCOUNT;
  }

  @Override
  public List<Observed> read(StepContext context) {
    return context
        .within(gateway)
        .findAccount(context.buyer())
        .map(account -> facts(context, account, Billing.FOUND))
        .orElseGet(
            () ->
                List.of(
                    context.fact(FactKind.BILLING_ACCOUNT, "").with(Detail.ON, "false").build()));
  }

  static List<Observed> facts(StepContext context, BillingAccount account, String scene) {
    List<Observed> facts = new ArrayList<>(2);
    facts.add(
        context
            .fact(FactKind.BILLING_ACCOUNT, "")
            .with(Detail.ON, "true")
            .with(Detail.SCENE, scene)
            .with(Detail.BILLING_ACCOUNT_ID, account.id().value())
            .with(Detail.USER_NAME, account.userName())
            .with(Detail.STATE, account.guanceAccount() ? "guance-account" : "")
            .build());
    account
        .enterprise()
        .map(
            name -> context.fact(FactKind.ENTERPRISE_CONFIRMED, "").with(Detail.NAME, name).build())
        .ifPresent(facts::add);
    return facts;
  }
}
