package com.guance.onboarding;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.domain.WorkspaceChoice;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.CodePurpose;
import java.time.Instant;
import java.util.Optional;

/** What a state says about the Billing Center account, its codes and the workspace. */
final class Billing {

  /** How the account came to be this onboarding's. */
  static final String FOUND = "found";

  /** What a reading says of a thing that was there and is no more. */
  static final String GONE = "gone";

  static final String REGISTERED = "registered";
  static final String BOUND = "bound";

  private Billing() {}

  static Optional<Observed> account(FlowState state) {
    return state.latest(FactKind.BILLING_ACCOUNT).filter(Observed::on);
  }

  static Optional<BillingAccountId> accountId(FlowState state) {
    return account(state)
        .flatMap(fact -> fact.value(Detail.BILLING_ACCOUNT_ID))
        .map(BillingAccountId::new);
  }

  /** The confirmed company, unless the confirmation is gone. */
  static Optional<Observed> enterprise(FlowState state) {
    return state.latest(FactKind.ENTERPRISE_CONFIRMED).filter(fact -> !Organizations.off(fact));
  }

  static boolean scene(FlowState state, String scene) {
    return account(state)
        .flatMap(fact -> fact.value(Detail.SCENE))
        .filter(scene::equals)
        .isPresent();
  }

  static Optional<Observed> workspace(FlowState state) {
    return state.latest(FactKind.WORKSPACE).filter(Observed::on).filter(fact -> holds(state, fact));
  }

  /** A workspace that was there gives way to another one that is named or wished for later. */
  private static boolean holds(FlowState state, Observed fact) {
    if (WorkspaceFacts.CREATED.equals(fact.values().get(Detail.SCENE))) {
      return true;
    }
    String id = fact.values().getOrDefault(Detail.WORKSPACE_ID, "");
    return same(state, Field.WORKSPACE_ID, fact, id)
        && (same(state, Field.WORKSPACE_CHOICE, fact, WorkspaceChoice.EXISTING.code())
            || settles(state, id));
  }

  /** Whether nothing but the same was answered after a fact. */
  private static boolean same(FlowState state, Field field, Observed fact, String value) {
    return state
        .answers()
        .raw(field)
        .filter(answer -> answer.at().isAfter(fact.at()))
        .filter(answer -> !answer.value().equals(value))
        .isEmpty();
  }

  /** Whether the workspace was made in this onboarding. */
  static boolean fresh(FlowState state) {
    return workspace(state)
        .flatMap(fact -> fact.value(Detail.SCENE))
        .filter(WorkspaceFacts.CREATED::equals)
        .isPresent();
  }

  static Optional<WorkspaceId> workspaceId(FlowState state) {
    return workspace(state).flatMap(fact -> fact.value(Detail.WORKSPACE_ID)).map(WorkspaceId::new);
  }

  static boolean bound(FlowState state) {
    return binding(state).isPresent();
  }

  /** That the workspace settles through the buyer's account. */
  static Optional<Observed> binding(FlowState state) {
    return workspace(state)
        .flatMap(fact -> fact.value(Detail.WORKSPACE_ID))
        .flatMap(id -> binding(state, id));
  }

  private static boolean settles(FlowState state, String workspace) {
    return binding(state, workspace).isPresent();
  }

  private static Optional<Observed> binding(FlowState state, String workspace) {
    return state.of(FactKind.WORKSPACE_BOUND, workspace).filter(fact -> !Organizations.off(fact));
  }

  static Optional<BillingChoice> choice(FlowState state) {
    return state.answers().of(Field.BILLING_CHOICE).map(BillingChoice::from);
  }

  static Optional<WorkspaceChoice> workspaceChoice(FlowState state) {
    return state.answers().of(Field.WORKSPACE_CHOICE).map(WorkspaceChoice::from);
  }

  /**
   * The workspace that somebody names. Where a new one is chosen, one that was named before that is
   * not meant any more; who has made the new one names it afterwards.
   */
  static Optional<String> named(FlowState state) {
    Optional<GivenAnswers.Answer> chosen =
        state
            .answers()
            .raw(Field.WORKSPACE_CHOICE)
            .filter(answer -> makesOne(answer.value()))
            .filter(
                answer -> !said(state, Field.BILLING_CHOICE, BillingChoice.ALREADY_BOUND.code()));
    return state
        .answers()
        .raw(Field.WORKSPACE_ID)
        .filter(id -> chosen.filter(choice -> !id.at().isAfter(choice.at())).isEmpty())
        .flatMap(id -> state.answers().of(Field.WORKSPACE_ID));
  }

  private static boolean said(FlowState state, Field field, String value) {
    return state.answers().raw(field).filter(answer -> answer.value().equals(value)).isPresent();
  }

  /** Whether a choice, as it is answered, is that of a workspace which does not exist yet. */
  static boolean makesOne(String choice) {
    return !choice.equals(WorkspaceChoice.EXISTING.code());
  }

  /** Whether the choice counts: who pays through Guance already enters the workspace he has. */
  static boolean workspaceIsChosen(FlowState state) {
    return !scene(state, FOUND) || state.has(FactKind.WORKSPACE);
  }

  static Optional<Branch> branch(FlowState state) {
    if (scene(state, FOUND)) {
      return Optional.of(Branch.ALREADY_BOUND);
    }
    return choice(state)
        .flatMap(
            choice ->
                switch (choice) {
                  case REGISTER -> Optional.of(Branch.REGISTER);
                  case ALREADY_BOUND -> Optional.of(Branch.ALREADY_BOUND);
                  case BIND -> workspaceChoice(state).map(Billing::branch);
                });
  }

  private static Branch branch(WorkspaceChoice choice) {
    return switch (choice) {
      case EXISTING -> Branch.EXISTING_WORKSPACE;
      case CREATE -> Branch.NEW_WORKSPACE;
      case REGISTER_ACCOUNT -> Branch.NEW_ACCOUNT;
    };
  }

  /** Where the code of a purpose goes: a corrected address is another subject. */
  static Field address(CodePurpose purpose) {
    return switch (purpose) {
      case REGISTER, BIND -> Field.BILLING_EMAIL;
      case CREATE_WORKSPACE, REGISTER_ACCOUNT -> Field.WORKSPACE_EMAIL;
    };
  }

  /** Codes belong to one answer of the address; the answer's time stands for it. */
  static String codeSubject(FlowState state, CodePurpose purpose) {
    long given =
        state.answers().raw(address(purpose)).map(answer -> answer.at().toEpochMilli()).orElse(0L);
    return purpose.name() + "/" + given;
  }

  /** The last code that was sent, used up or not. */
  static Optional<Observed> sentCode(FlowState state, CodePurpose purpose) {
    return state.of(FactKind.CODE_SENT, codeSubject(state, purpose));
  }

  /** Whether a code can still be typed. */
  static boolean isLive(FlowState state, Observed sent, Instant now) {
    return until(sent).isAfter(now) && !isSpent(state, sent);
  }

  /** Whether a code was used, or typed wrong too often. */
  static boolean isSpent(FlowState state, Observed sent) {
    return state.of(FactKind.CODE_SPENT, verification(sent).value()).isPresent();
  }

  static VerificationId verification(Observed sent) {
    return new VerificationId(sent.value(Detail.VERIFICATION_ID).orElse("none"));
  }

  static Instant until(Observed sent) {
    return sent.until().orElse(Instant.MIN);
  }
}
