package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.Observations;
import java.util.List;

/** Looks for the first DataKit that has reported. */
final class FindDataKitStep implements Step.Reading {

  private final BillingGateway gateway;

  FindDataKitStep(BillingGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "find datakit";
  }

  @Override
  public Stage stage() {
    return Stage.DATAKIT;
  }

  @Override
  public List<Observed> read(StepContext context) {
    return context
        .within(gateway)
        .firstDataKitHost(Billing.workspaceId(context.state()).orElseThrow())
        .map(host -> List.of(Observations.dataKitSeen(context.id(), host)))
        .orElse(List.of());
  }
}
