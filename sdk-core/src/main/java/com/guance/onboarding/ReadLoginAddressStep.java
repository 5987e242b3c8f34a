package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.MarketplaceGateway;
import java.util.List;

/** Reads the unified login address; it exists once members are authorized. */
final class ReadLoginAddressStep implements Step.Reading {

  private final MarketplaceGateway gateway;

  ReadLoginAddressStep(MarketplaceGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "read login address";
  }

  @Override
  public Stage stage() {
    return Stage.SIGN_IN;
  }

  @Override
  public List<Observed> read(StepContext context) {
    return List.of(
        context
            .fact(FactKind.LOGIN_ADDRESS, "")
            .with(
                Detail.URL,
                context
                    .within(gateway)
                    .loginAddress(context.organizations().bindingId().orElseThrow())
                    .toString())
            .build());
  }
}
