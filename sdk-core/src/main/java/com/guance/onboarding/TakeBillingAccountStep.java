package com.guance.onboarding;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.spi.CodePurpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Registers a Billing Center account for the buyer's Huawei account, or binds one that exists; both
 * need a typed code, and registering a password too.
 */
final class TakeBillingAccountStep implements Step.Changing {

  private final BillingGateway gateway;
  private final BillingChoice choice;

  TakeBillingAccountStep(BillingGateway gateway, BillingChoice choice) {
    this.gateway = gateway;
    this.choice = choice;
  }

  private boolean registers() {
    return choice == BillingChoice.REGISTER;
  }

  CodePurpose purpose() {
    return registers() ? CodePurpose.REGISTER : CodePurpose.BIND;
  }

  @Override
  public String name() {
    return choice.code() + " billing account";
  }

  @Override
  public Stage stage() {
    return Stage.BILLING_ACCOUNT;
  }

  @Override
  public Set<Field> uses() {
    Set<Field> used =
        EnumSet.of(
            Field.BILLING_CHOICE,
            Field.BILLING_USER_NAME,
            Field.BILLING_EMAIL,
            Field.TERMS_VERSION,
            Field.TERMS_ACCEPTED_BY,
            Field.TERMS_AT);
    if (registers()) {
      used.add(Field.WORKSPACE_SITE);
    }
    return used;
  }

  /** One registration for each Huawei account, whichever of its orders comes first. */
  @Override
  public Optional<String> sharedClaim(FlowState state) {
    return state.buyer().map(buyer -> "billing-account:" + buyer);
  }

  /** Another order of the buyer may have done it since we saw that there is none. */
  @Override
  public boolean keyed() {
    return gateway.idempotent();
  }

  @Override
  public Optional<Observed> sentCode(FlowState state) {
    return Billing.sentCode(state, purpose());
  }

  @Override
  public List<PersonTask> secrets(FlowState state, Tasks tasks) {
    List<PersonTask> needed = new ArrayList<>(tasks.code(stage(), purpose()));
    if (registers()) {
      needed.add(tasks.password(stage(), Slugs.BILLING_PASSWORD, SecretUse.BILLING_PASSWORD));
    }
    return needed;
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context
        .within(gateway)
        .findAccount(context.buyer())
        .map(found -> FindBillingAccountStep.facts(context, found, scene(context, found)));
  }

  /** An earlier try of ours may have made it; anything else was there before. */
  private String scene(StepContext context, BillingAccount found) {
    boolean ours =
        context.tried() > 0 && found.userName().equals(context.answer(Field.BILLING_USER_NAME));
    return ours ? done() : Billing.FOUND;
  }

  private String done() {
    return registers() ? Billing.REGISTERED : Billing.BOUND;
  }

  @Override
  public List<Observed> perform(StepContext context) {
    NewAccount account =
        new NewAccount(
            context.buyer(),
            new Login(context.answer(Field.BILLING_USER_NAME), context.answer(Field.BILLING_EMAIL)),
            registers()
                ? Optional.of(new Site(context.answer(Field.WORKSPACE_SITE)))
                : Optional.empty(),
            context.terms());
    Verification verification =
        sentCode(context.state()).map(context::verification).orElseGet(Verification::none);
    String key =
        EffectKey.of(
            "billing-account:" + context.buyer(), context.state(), FactKind.BILLING_ACCOUNT, "");
    BillingAccount taken =
        registers()
            ? context
                .within(gateway)
                .register(
                    account,
                    new Credentials(
                        context.secret(Slugs.BILLING_PASSWORD, "password"), verification),
                    key)
            : context.within(gateway).bind(account, verification, key);
    return FindBillingAccountStep.facts(context, taken, done());
  }
}
