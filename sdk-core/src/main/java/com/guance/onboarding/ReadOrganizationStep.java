package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import java.util.List;

/** Looks whether KooGallery has finished creating the organization; it may take minutes. */
final class ReadOrganizationStep implements Step.Reading {

  private final MarketplaceGateway gateway;

  ReadOrganizationStep(MarketplaceGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "read organization";
  }

  @Override
  public Stage stage() {
    return Stage.ORGANIZATION;
  }

  @Override
  public List<Observed> read(StepContext context) {
    Organization organization =
        context.within(gateway).organization(context.organizations().tenant().orElseThrow());
    return organization.pending() ? List.of() : CreateOrganizationStep.facts(context, organization);
  }
}
