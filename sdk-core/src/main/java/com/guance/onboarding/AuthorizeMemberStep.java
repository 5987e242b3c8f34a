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
    return gateway.isAuthorized(binding(context), context.answer(Field.MEMBER_ACCOUNT))
        ? Optional.of(facts(context))
        : Optional.empty();
  }

  @Override
  public List<Observed> perform(StepContext context) {
    String account = context.answer(Field.MEMBER_ACCOUNT);
    gateway.authorize(
        binding(context), account, "authorization:" + binding(context) + ":" + account);
    return facts(context);
  }

  private static BindingId binding(StepContext context) {
    return context.organizations().bindingId().orElseThrow();
  }

  private static List<Observed> facts(StepContext context) {
    TenantId tenant = context.organizations().tenant().orElseThrow();
    Instant cancelled = context.organizations().lastOff(FactKind.MEMBER_SYNCED);
    Instant next = context.state().next(FactKind.MEMBER_AUTHORIZED, tenant.value(), context.now());
    return List.of(
        context
            .fact(FactKind.MEMBER_AUTHORIZED, tenant.value())
            .at(next.isAfter(cancelled) ? next : cancelled.plusMillis(1))
            .build());
  }
}
