package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.MarketplaceGateway.Binding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds the order to the organization; what the buyer has bound by hand is adopted. */
final class BindAppStep implements Step.Changing {

  private final MarketplaceGateway gateway;

  BindAppStep(MarketplaceGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "bind app";
  }

  @Override
  public Stage stage() {
    return Stage.APP_BINDING;
  }

  @Override
  public Set<Field> uses() {
    return Set.of(Field.ORGANIZATION_SHORT_NAME);
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context
        .within(gateway)
        .findBinding(context.state().order())
        .map(found -> found(context, found));
  }

  @Override
  public List<Observed> perform(StepContext context) {
    OrderKey order = context.state().order();
    TenantId tenant = context.organizations().tenant().orElseThrow();
    String key = EffectKey.of("binding:" + order, context.state(), stage());
    return facts(context, context.within(gateway).bind(order, tenant, key));
  }

  /** Reality wins: where the buyer has bound another organization, that one is taken over too. */
  private List<Observed> found(StepContext context, Binding binding) {
    List<Observed> facts = new ArrayList<>(2);
    if (!context.organizations().tenant().equals(Optional.of(binding.tenant()))) {
      facts.addAll(
          CreateOrganizationStep.facts(
              context, context.within(gateway).organization(binding.tenant())));
    }
    facts.addAll(facts(context, binding));
    return facts;
  }

  private static List<Observed> facts(StepContext context, Binding binding) {
    Names.Builder names = Names.builder().onboarding(context.id()).tenant(binding.tenant());
    binding.names().instance().ifPresent(names::instance);
    binding.names().app().ifPresent(names::app);
    Observed.Builder fact =
        context
            .fact(FactKind.ORDER_BOUND, "", names.build())
            .with(Detail.BINDING_ID, binding.id().value());
    Instant takenBack = context.organizations().lastOff(FactKind.TENANT_SYNCED);
    Instant next = context.state().next(FactKind.ORDER_BOUND, "", context.now());
    return List.of(fact.at(next.isAfter(takenBack) ? next : takenBack.plusMillis(1)).build());
  }
}
