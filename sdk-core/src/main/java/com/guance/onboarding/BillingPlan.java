package com.guance.onboarding;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceChoice;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.CodePurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What comes next at Guance where the Billing Center gateway is configured. */
final class BillingPlan {

  /** How long a new workspace is left alone before it is asked for its first host. */
  static final Duration FIRST_LOOK = Duration.ofSeconds(10);

  private final FindBillingAccountStep find;
  private final Map<CodePurpose, SendCodeStep> send = new EnumMap<>(CodePurpose.class);
  private final Map<BillingChoice, TakeBillingAccountStep> take =
      new EnumMap<>(BillingChoice.class);
  private final ConfirmEnterpriseStep enterprise;
  private final PickWorkspaceStep enterBound;
  private final PickWorkspaceStep pick;
  private final CreateWorkspaceStep createForNewAccount;
  private final CreateWorkspaceStep create;
  private final CreateWorkspaceStep registerAccount;
  private final BindWorkspaceStep bind;
  private final Optional<TokenPlan> token;
  private final FindDataKitStep findDataKit;
  private final boolean codes;
  private final Optional<VerificationPlan> verification;

  BillingPlan(BillingGateway gateway, Optional<VerificationPlan> verification) {
    this.find = new FindBillingAccountStep(gateway);
    for (CodePurpose purpose : CodePurpose.values()) {
      send.put(purpose, new SendCodeStep(gateway, purpose));
    }
    for (BillingChoice choice : List.of(BillingChoice.REGISTER, BillingChoice.BIND)) {
      take.put(choice, new TakeBillingAccountStep(gateway, choice));
    }
    this.enterprise = new ConfirmEnterpriseStep(gateway);
    this.enterBound = new PickWorkspaceStep(gateway, true);
    this.pick = new PickWorkspaceStep(gateway, false);
    this.createForNewAccount = new CreateWorkspaceStep(gateway, Optional.empty());
    this.create = new CreateWorkspaceStep(gateway, Optional.of(CodePurpose.CREATE_WORKSPACE));
    this.registerAccount =
        new CreateWorkspaceStep(gateway, Optional.of(CodePurpose.REGISTER_ACCOUNT));
    this.bind = new BindWorkspaceStep(gateway);
    this.token = TokenPlan.of(gateway);
    this.findDataKit = new FindDataKitStep(gateway);
    this.codes = gateway.sendsCodes();
    this.verification = verification;
  }

  void next(AgendaDraft draft, Stages stages) {
    if (!stages.proven(Stage.BILLING_ACCOUNT)) {
      account(draft);
    } else if (!stages.proven(Stage.ENTERPRISE_INFO)) {
      if (draft.have(Stage.ENTERPRISE_INFO, List.of(Field.ENTERPRISE_NAME))) {
        draft.step(enterprise);
      }
    } else if (!Billing.bound(draft.state())) {
      workspace(draft);
    } else {
      dataKit(draft, stages);
    }
  }

  /** The gateway can look too; with a key of the workspace, Guance itself is asked instead. */
  private void dataKit(AgendaDraft draft, Stages stages) {
    boolean open = !stages.proven(Stage.DATAKIT);
    if (open) {
      draft.task(BillingByPeople.installDataKit(draft, BillingByPeople.REPORTS));
    }
    verification.ifPresent(plan -> plan.next(draft, stages));
    if (open && !Verification.keyKept(draft.state())) {
      dataKit(draft);
    }
  }

  /** A workspace that was made a moment ago has none yet: the first look can wait a little. */
  private void dataKit(AgendaDraft draft) {
    FlowState state = draft.state();
    token.ifPresent(plan -> plan.next(draft));
    Optional<Instant> earliest =
        state
            .latest(FactKind.WORKSPACE_BOUND)
            .map(bound -> bound.at().plus(FIRST_LOOK))
            .filter(at -> Billing.fresh(state) && at.isAfter(draft.now()));
    if (earliest.isPresent()) {
      draft.waitUntil(earliest.get());
    } else {
      draft.step(findDataKit);
    }
  }

  private void account(AgendaDraft draft) {
    FlowState state = draft.state();
    if (!BuyerProof.known(draft, Stage.BILLING_ACCOUNT)) {
      if (!state.claimConflicts()) {
        draft.event("sign-in");
        draft.task(
            draft
                .tasks()
                .console(
                    TaskKind.SIGN_IN,
                    Stage.BILLING_ACCOUNT,
                    Slugs.PROVE_ACCOUNT,
                    Optional.of("sign-in"),
                    List.of(Field.MEMBER_ACCOUNT, Field.ORGANIZATION_SHORT_NAME)));
      }
      return;
    }
    if (!state.has(FactKind.BILLING_ACCOUNT)) {
      draft.step(find);
      return;
    }
    Optional<BillingChoice> choice = Billing.choice(state);
    if (choice.isEmpty()) {
      draft.task(draft.tasks().chooseBilling(false));
    } else if (choice.get() == BillingChoice.ALREADY_BOUND) {
      notBoundAfterAll(draft);
    } else {
      take(draft, choice.get());
    }
  }

  /** Somebody said that the account is bound, and the look-up says that it is not. */
  private static void notBoundAfterAll(AgendaDraft draft) {
    String rule = "must be register or bind: the Huawei account is not bound yet";
    Instant said =
        draft
            .state()
            .answers()
            .raw(Field.BILLING_CHOICE)
            .map(GivenAnswers.Answer::at)
            .orElseThrow();
    draft.task(draft.tasks().correct(Stage.BILLING_ACCOUNT, Field.BILLING_CHOICE, said, rule));
    draft.problem(
        new Problem(
            "HUAWEI_ACCOUNT_NOT_BOUND",
            new Problem.What(Optional.of(Field.BILLING_CHOICE.path()), rule),
            Problem.Mender.BUYER,
            "Register a Billing Center account, or bind one."));
  }

  private void take(AgendaDraft draft, BillingChoice choice) {
    TakeBillingAccountStep step = Objects.requireNonNull(take.get(choice));
    List<Field> fields =
        choice == BillingChoice.REGISTER ? Forms.NEW_ACCOUNT : Forms.EXISTING_ACCOUNT;
    if (draft.have(Stage.BILLING_ACCOUNT, fields)) {
      withCode(draft, step.purpose(), step);
    }
  }

  /** A step that needs a code waits until one can be typed; some gateways need none. */
  private void withCode(AgendaDraft draft, CodePurpose purpose, Step.Changing step) {
    FlowState state = draft.state();
    Optional<Observed> sent = Billing.sentCode(state, purpose);
    if (!codes || sent.filter(code -> Billing.isLive(state, code, draft.now())).isPresent()) {
      draft.step(step);
    } else if (sent.isEmpty()) {
      draft.step(Objects.requireNonNull(send.get(purpose)));
    } else {
      again(draft, purpose, step.stage(), sent.get());
    }
  }

  /** Only somebody who is there has another code sent, and not before the last one has a while. */
  private void again(AgendaDraft draft, CodePurpose purpose, Stage stage, Observed sent) {
    SendCodeStep another = Objects.requireNonNull(send.get(purpose));
    if (draft.attended()) {
      draft.step(another);
    }
    if (!draft.attended() || !draft.due(another)) {
      draft.problem(
          Billing.isSpent(draft.state(), sent) ? Failures.codeSpent() : Failures.codeExpired());
      draft.task(
          draft.tasks().codeAgain(stage, SecretUse.code(purpose), Billing.verification(sent)));
    }
  }

  private void workspace(AgendaDraft draft) {
    FlowState state = draft.state();
    if (Billing.workspaceId(state).isPresent()) {
      if (noneRefused(draft)) {
        draft.step(bind);
      }
    } else if (!Billing.workspaceIsChosen(state)) {
      if (noneRefused(draft)) {
        draft.step(enterBound);
      }
    } else if (draft.have(Stage.WORKSPACE, List.of(Field.WORKSPACE_CHOICE))) {
      chosen(draft, Billing.workspaceChoice(state).orElseThrow());
    }
  }

  private static boolean noneRefused(AgendaDraft draft) {
    return draft.state().answers().refusal(Field.WORKSPACE_ID).isEmpty()
        || draft.have(Stage.WORKSPACE, List.of(Field.WORKSPACE_ID));
  }

  private void chosen(AgendaDraft draft, WorkspaceChoice choice) {
    switch (choice) {
      case EXISTING -> existing(draft);
      case CREATE -> create(draft);
      case REGISTER_ACCOUNT -> {
        List<Field> fields = Forms.newWorkspace(Field.WORKSPACE_EMAIL, Field.WORKSPACE_USER_NAME);
        if (draft.have(Stage.WORKSPACE, fields)) {
          withCode(draft, CodePurpose.REGISTER_ACCOUNT, registerAccount);
        }
      }
    }
  }

  private void existing(AgendaDraft draft) {
    if (draft.state().answers().of(Field.WORKSPACE_ID).isPresent()) {
      draft.step(bind);
    } else if (noneRefused(draft)) {
      draft.step(pick);
    }
  }

  private void create(AgendaDraft draft) {
    boolean ownerIsProven =
        Billing.account(draft.state())
            .flatMap(fact -> fact.value(Detail.STATE))
            .filter("guance-account"::equals)
            .isPresent();
    if (ownerIsProven && Billing.scene(draft.state(), Billing.REGISTERED)) {
      if (draft.have(Stage.WORKSPACE, Forms.newWorkspace())) {
        draft.step(createForNewAccount);
      }
    } else if (draft.have(Stage.WORKSPACE, Forms.newWorkspace(Field.WORKSPACE_EMAIL))) {
      withCode(draft, CodePurpose.CREATE_WORKSPACE, create);
    }
  }
}
