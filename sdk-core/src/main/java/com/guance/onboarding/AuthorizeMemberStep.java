package com.guance.onboarding;

import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets the member use the application; only members of the bound organization can. */
final class AuthorizeMemberStep implements Step.Changing {

  private final MarketplaceGateway gateway;

  AuthorizeMemberStep(MarketplaceGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "authorize member";
  }

  @Override
  public Stage stage() {
    return Stage.APP_AUTHORIZATION;
  }

  @Override
  public Set<Field> uses() {
    return Set.of(Field.MEMBER_ACCOUNT);
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context
            .within(gateway)
            .isAuthorized(binding(context), context.answer(Field.MEMBER_ACCOUNT))
        ? Optional.of(facts(context))
        : Optional.empty();
  }

  @Override
  public List<Observed> perform(StepContext context) {
    String account = context.answer(Field.MEMBER_ACCOUNT);
    String key = "authorization:" + binding(context) + ":" + account;
    context
        .within(gateway)
        .authorize(binding(context), account, EffectKey.of(key, context.state(), stage()));
    return facts(context);
  }

  private static BindingId binding(StepContext context) {
    return context.organizations().bindingId().orElseThrow();
  }

  private static List<Observed> facts(StepContext context) {
    TenantId tenant = context.organizations().tenant().orElseThrow();
    Instant takenBack = takenBack(context.organizations());
    Instant next = context.state().next(FactKind.MEMBER_AUTHORIZED, tenant.value(), context.now());
    return List.of(
        context
            .fact(FactKind.MEMBER_AUTHORIZED, tenant.value())
            .at(next.isAfter(takenBack) ? next : takenBack.plusMillis(1))
            .build());
  }

  /** When the authorization, or the binding under it, was last taken back. */
  private static Instant takenBack(Organizations organizations) {
    Instant cancelled = organizations.lastOff(FactKind.MEMBER_SYNCED);
    Instant unbound = organizations.takenBack(Stage.APP_BINDING);
    return cancelled.isAfter(unbound) ? cancelled : unbound;
  }
}
