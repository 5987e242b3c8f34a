package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.MarketplaceGateway.NewMember;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds the first member, with a first password that somebody chooses. */
final class AddMemberStep implements Step.Changing {

  private final MarketplaceGateway gateway;

  AddMemberStep(MarketplaceGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "add member";
  }

  @Override
  public Stage stage() {
    return Stage.MEMBER;
  }

  @Override
  public Set<Field> uses() {
    return Set.of(Field.MEMBER_ACCOUNT, Field.MEMBER_NAME);
  }

  @Override
  public List<PersonTask> secrets(FlowState state, Tasks tasks) {
    return List.of(tasks.password(stage(), Slugs.MEMBER_PASSWORD, SecretUse.MEMBER_PASSWORD));
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context.within(gateway).hasMember(tenant(context), context.answer(Field.MEMBER_ACCOUNT))
        ? Optional.of(facts(context))
        : Optional.empty();
  }

  /** An organization that was there has members, and the one who is meant may be among them. */
  @Override
  public boolean lookFirst(FlowState state) {
    return state
        .organizations()
        .current()
        .flatMap(fact -> fact.value(Detail.SCENE))
        .filter(WorkspaceFacts.THERE::equals)
        .isPresent();
  }

  /** The password that was chosen is not the member's. */
  @Override
  public List<Observed> adopted(StepContext context, List<Observed> found) {
    return List.of(fact(context).with(Detail.SCENE, WorkspaceFacts.THERE).build());
  }

  @Override
  public List<Observed> perform(StepContext context) {
    String account = context.answer(Field.MEMBER_ACCOUNT);
    context
        .within(gateway)
        .addMember(
            tenant(context),
            new NewMember(account, context.answer(Field.MEMBER_NAME)),
            context.secret(Slugs.MEMBER_PASSWORD, "password"),
            EffectKey.of("member:" + tenant(context) + ":" + account, context.state(), stage()));
    return facts(context);
  }

  private static TenantId tenant(StepContext context) {
    return context.organizations().tenant().orElseThrow();
  }

  private static List<Observed> facts(StepContext context) {
    return List.of(fact(context).build());
  }

  private static Observed.Builder fact(StepContext context) {
    return context
        .fact(FactKind.MEMBER_ADDED, tenant(context).value())
        .with(Detail.MEMBER, context.answer(Field.MEMBER_ACCOUNT));
  }
}
