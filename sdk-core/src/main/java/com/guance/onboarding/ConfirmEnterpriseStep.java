package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Confirms the enterprise information of the Billing Center account. */
final class ConfirmEnterpriseStep implements Step.Changing {

  private final BillingGateway gateway;

  ConfirmEnterpriseStep(BillingGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "confirm enterprise";
  }

  @Override
  public Stage stage() {
    return Stage.ENTERPRISE_INFO;
  }

  @Override
  public Set<Field> uses() {
    return Set.of(Field.ENTERPRISE_NAME);
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context
        .within(gateway)
        .findAccount(context.buyer())
        .flatMap(BillingGateway.BillingAccount::enterprise)
        .map(name -> facts(context, name));
  }

  @Override
  public List<Observed> perform(StepContext context) {
    String name = context.answer(Field.ENTERPRISE_NAME);
    context
        .within(gateway)
        .confirmEnterprise(Billing.accountId(context.state()).orElseThrow(), name);
    return facts(context, name);
  }

  private static List<Observed> facts(StepContext context, String name) {
    return List.of(context.fact(FactKind.ENTERPRISE_CONFIRMED, "").with(Detail.NAME, name).build());
  }
}
