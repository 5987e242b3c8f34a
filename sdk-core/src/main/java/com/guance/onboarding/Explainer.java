package com.guance.onboarding;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.WorkspaceFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains an onboarding from its facts. */
final class Explainer {

  private static final String ANOTHER =
      "; neither language nor site can be changed, begin with existingWorkspace(id) enters another";

  private final Ledger ledger;
  private final Decider decider;

  Explainer(Ledger ledger, Decider decider) {
    this.ledger = ledger;
    this.decider = decider;
  }

  Explanation explain(Ledger.Work work, Onboarding onboarding) {
    FlowState state = work.state();
    Optional<Progress.Waiting> waiting =
        onboarding.outcome() == Outcome.WAITING || work.newer()
            ? Optional.of(waiting(work, state))
            : Optional.empty();
    return new Explanation(
        onboarding,
        waiting,
        Turns.of(waiting, work.notes()),
        remarks(work, state, onboarding),
        history(work));
  }

  private Progress.Waiting waiting(Ledger.Work work, FlowState state) {
    Agenda agenda =
        decider.decide(state, work.notes(), new AgendaDraft.Attendance(ledger.now(), false));
    return new Progress.Waiting(
        new Session(Answers.none()).open(agenda),
        agenda.waits().events(),
        agenda.waits().notBefore().or(work::dueAt),
        agenda.waits().problem());
  }

  private List<String> remarks(Ledger.Work work, FlowState state, Onboarding onboarding) {
    List<String> remarks = new ArrayList<>();
    boolean imported = state.has(FactKind.IMPORTED);
    if (imported) {
      remarks.add("imported: it was sold before the SDK came in, and nobody has verified it here");
    }
    onboarding.stages().stream()
        .filter(status -> !status.verified() && !imported)
        .forEach(
            status ->
                remarks.add(
                    status.stage() + " rests on a person's word" + unverified(status.stage())));
    boolean seen = Verification.seen(state);
    Verification.findings(state, WorkspaceFinding.Result.UNVERIFIED).stream()
        .filter(fact -> seen || Verification.ofToken(fact))
        .forEach(fact -> remarks.add("Guance does not say the workspace's " + fact.subject()));
    remarks.addAll(ThereBefore.remarks(state));
    if (Billing.scene(state, Billing.FOUND)
        && Billing.choice(state).filter(one -> one != BillingChoice.ALREADY_BOUND).isPresent()) {
      remarks.add(
          "the branch asked for became already-bound: the Huawei account pays through a Billing"
              + " Center account already");
    }
    remarks.addAll(LateAnswers.remarks(state));
    OtherWorkspace.remark(state)
        .map(remark -> remark + (onboarding.outcome() == Outcome.WAITING ? ANOTHER : ""))
        .ifPresent(remarks::add);
    signInRefused(state).ifPresent(remarks::add);
    AliasLines.aliasOf(state).ifPresent(id -> remarks.add("this line belongs to " + id));
    onboarding
        .subscription()
        .flatMap(subscription -> Countdown.remark(subscription, ledger.now()))
        .ifPresent(remarks::add);
    LockSeen.of(state, decider.capabilities().dataKept())
        .map(lock -> lock.remark(ledger.now()))
        .ifPresent(remarks::add);
    ledger
        .store()
        .claim(Claims.onboarding(state.id()))
        .filter(claim -> claim.until().isAfter(ledger.now()))
        .ifPresent(claim -> remarks.add("a step is running, until " + claim.until() + " at most"));
    work.notes()
        .counts()
        .forEach((step, count) -> remarks.add(step + " was tried " + times(count)));
    return remarks;
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  /** Until a member comes in all the same. */
  private static Optional<String> signInRefused(FlowState state) {
    Instant visited = state.latest(FactKind.SIGNED_IN).map(Observed::at).orElse(Instant.EPOCH);
    return state
        .latest(FactKind.SIGN_IN_REFUSED)
        .filter(refused -> refused.at().isAfter(visited))
        .flatMap(refused -> refused.value(Detail.RULE))
        .map(rule -> Stage.SIGN_IN + ": nobody of the organization can sign in: " + rule);
  }

  private String unverified(Stage stage) {
    if (decider.capabilities().proves(stage)) {
      return "";
    }
    return decider.capabilities().provesWithKey(stage)
        ? "; an API key of the workspace would verify it"
        : "; this installation cannot verify it";
  }

  private static List<Explanation.Entry> history(Ledger.Work work) {
    return work.facts().stream()
        .map(
            fact ->
                new Explanation.Entry(
                    fact.at().equals(Instant.EPOCH) ? Optional.empty() : Optional.of(fact.at()),
                    what(fact),
                    fact.source().name()))
        .toList();
  }

  private static String what(Observed fact) {
    String what = fact.kind().name();
    return switch (fact.kind()) {
      case ANSWERED, REFUSED, WORKSPACE_VERIFIED -> what + " " + fact.subject();
      case TASK_CONFIRMED -> what + " " + Slugs.of(fact);
      case CODE_SENT ->
          fact.value(Detail.PURPOSE).map(purpose -> what + " " + purpose).orElse(what);
      default ->
          fact.value(Detail.ON).map(on -> what + ("true".equals(on) ? " on" : " off")).orElse(what);
    };
  }
}
