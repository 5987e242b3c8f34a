package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.MarketplaceGateway.NewOrganization;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates the buyer's organization, or adopts the one that the buyer has under this name. */
final class CreateOrganizationStep implements Step.Changing {

  private final MarketplaceGateway gateway;

  CreateOrganizationStep(MarketplaceGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "create organization";
  }

  @Override
  public Stage stage() {
    return Stage.ORGANIZATION;
  }

  @Override
  public Set<Field> uses() {
    return Set.of(Field.ORGANIZATION_NAME, Field.ORGANIZATION_SHORT_NAME);
  }

  @Override
  public Optional<String> sharedClaim(FlowState state) {
    return state.buyer().map(buyer -> "organization:" + buyer + "/" + shortName(state));
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context
        .within(gateway)
        .findOrganization(context.buyer(), new ShortName(shortName(context.state())))
        .map(found -> List.of(there(context, found)));
  }

  @Override
  public List<Observed> perform(StepContext context) {
    String shortName = shortName(context.state());
    NewOrganization order =
        new NewOrganization(
            context.buyer(), context.answer(Field.ORGANIZATION_NAME), new ShortName(shortName));
    String key =
        EffectKey.of(
            "organization:" + context.buyer() + ":" + shortName,
            context.state(),
            FactKind.ORGANIZATION_KNOWN,
            shortName);
    return facts(context, context.within(gateway).createOrganization(order, key));
  }

  private static String shortName(FlowState state) {
    return state.answers().require(Field.ORGANIZATION_SHORT_NAME);
  }

  /** It may be ours from a try before a crash: one look more does no harm. */
  private static Observed there(StepContext context, Organization organization) {
    return fact(context, organization).with(Detail.SCENE, WorkspaceFacts.THERE).build();
  }

  static List<Observed> facts(StepContext context, Organization organization) {
    return List.of(fact(context, organization).build());
  }

  private static Observed.Builder fact(StepContext context, Organization organization) {
    Names names = Names.builder().onboarding(context.id()).tenant(organization.tenant()).build();
    return context
        .fact(FactKind.ORGANIZATION_KNOWN, organization.shortName().value(), names)
        .with(Detail.NAME, organization.name())
        .with(Detail.SHORT_NAME, organization.shortName().value())
        .with(Detail.PENDING, Boolean.toString(organization.pending()));
  }
}
