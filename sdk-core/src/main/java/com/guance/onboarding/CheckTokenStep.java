package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceVerifier.Seen;
import java.util.List;
import java.util.Optional;

/** Asks the dataway about the workspace's token, through a gateway that can read it. */
final class CheckTokenStep implements Step.Reading {

  private final BillingGateway gateway;

  CheckTokenStep(BillingGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "check token";
  }

  @Override
  public Stage stage() {
    return Stage.DATAKIT;
  }

  @Override
  public List<Observed> read(StepContext context) {
    FlowState state = context.state();
    WorkspaceFinding finding =
        context
            .within(gateway)
            .checkToken(
                Billing.workspaceId(state).orElseThrow(), Verification.site(state).orElseThrow());
    return VerifiedFacts.of(
        context, new Seen(Optional.empty(), Optional.empty(), List.of(finding)));
  }
}
