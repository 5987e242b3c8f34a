package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceForm;
import com.guance.onboarding.spi.CodePurpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Creates the workspace in one of three ways: for the Guance account that was registered a moment
 * ago, for one that exists (code), or with a new Guance account (code and password).
 */
final class CreateWorkspaceStep implements Step.Changing {

  private final BillingGateway gateway;
  private final Optional<CodePurpose> purpose;

  CreateWorkspaceStep(BillingGateway gateway, Optional<CodePurpose> purpose) {
    this.gateway = gateway;
    this.purpose = purpose;
  }

  private boolean registers() {
    return purpose.filter(CodePurpose.REGISTER_ACCOUNT::equals).isPresent();
  }

  @Override
  public String name() {
    return registers() ? "register guance account" : "create workspace";
  }

  @Override
  public Stage stage() {
    return Stage.WORKSPACE;
  }

  @Override
  public boolean keyed() {
    return gateway.idempotent();
  }

  @Override
  public Set<Field> uses() {
    Set<Field> used =
        EnumSet.of(
            Field.WORKSPACE_CHOICE,
            Field.WORKSPACE_NAME,
            Field.WORKSPACE_LANGUAGE,
            Field.WORKSPACE_SITE,
            Field.TERMS_VERSION,
            Field.TERMS_ACCEPTED_BY,
            Field.TERMS_AT);
    if (purpose.isPresent()) {
      used.add(Field.WORKSPACE_EMAIL);
    }
    if (registers()) {
      used.add(Field.WORKSPACE_USER_NAME);
    }
    return used;
  }

  @Override
  public Optional<Observed> sentCode(FlowState state) {
    return purpose.flatMap(code -> Billing.sentCode(state, code));
  }

  @Override
  public List<PersonTask> secrets(FlowState state, Tasks tasks) {
    List<PersonTask> needed = new ArrayList<>(2);
    purpose.ifPresent(code -> needed.addAll(tasks.code(stage(), code)));
    if (registers()) {
      needed.add(tasks.password(stage(), Slugs.GUANCE_PASSWORD, SecretUse.GUANCE_PASSWORD));
    }
    return needed;
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context
        .within(gateway)
        .findWorkspace(reference(context.state()))
        .map(found -> facts(context, found));
  }

  @Override
  public List<Observed> perform(StepContext context) {
    NewWorkspace order =
        new NewWorkspace(
            Billing.accountId(context.state()).orElseThrow(),
            new WorkspaceForm(
                context.answer(Field.WORKSPACE_NAME),
                Language.from(context.answer(Field.WORKSPACE_LANGUAGE)),
                new Site(context.answer(Field.WORKSPACE_SITE))),
            purpose.map(code -> context.answer(Field.WORKSPACE_EMAIL)),
            reference(context.state()),
            context.terms());
    Optional<Verification> verification = sentCode(context.state()).map(context::verification);
    Workspace created =
        registers()
            ? context
                .within(gateway)
                .registerAccountAndWorkspace(
                    order,
                    context.answer(Field.WORKSPACE_USER_NAME),
                    new Credentials(
                        context.secret(Slugs.GUANCE_PASSWORD, "password"),
                        verification.orElseGet(Verification::none)))
            : context.within(gateway).createWorkspace(order, verification);
    return facts(context, created);
  }

  /** What a workspace of ours carries. */
  static String reference(FlowState state) {
    return EffectKey.of("workspace:" + state.order(), state, FactKind.WORKSPACE, "");
  }

  private static List<Observed> facts(StepContext context, Workspace workspace) {
    return List.of(WorkspaceFacts.known(context, workspace, WorkspaceFacts.CREATED));
  }
}
