package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.spi.WorkspaceVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What comes next where Guance's public APIs can be asked: a key of the workspace, what is wrong
 * with the workspace, the first host.
 */
final class VerificationPlan {

  private final TakeKeyStep takeKey;
  private final VerifyWorkspaceStep verify;
  private final FindHostStep findHost;
  private final Duration dataKept;

  VerificationPlan(WorkspaceVerifier verifier, SecretStore keys, Duration dataKept) {
    this.dataKept = dataKept;
    this.takeKey = new TakeKeyStep(verifier, keys);
    this.verify = new VerifyWorkspaceStep(verifier, keys);
    this.findHost = new FindHostStep(verifier, keys);
  }

  /** Called once there is a workspace, if only by a person's word. */
  void next(AgendaDraft draft, Stages stages) {
    FlowState state = draft.state();
    if (!Verification.keyKept(state)) {
      askForKey(draft);
      return;
    }
    boolean open = !stages.proven(Stage.DATAKIT);
    // A DataKit that reports has shown that its token is taken, whatever the dataway said.
    List<Observed> wrong =
        Verification.findings(state, Result.WRONG).stream()
            .filter(finding -> open || !Verification.ofToken(finding))
            .toList();
    wrong.forEach(finding -> mend(draft, finding, dataKept));
    boolean seen = Verification.seen(state);
    if (!seen || !wrong.isEmpty() || (open && Verification.tokenNotAsked(state))) {
      look(draft, verify);
    }
    if (open && seen && wrong.stream().allMatch(Verification::ofToken)) {
      findHost(draft);
    }
  }

  /**
   * Whether a key was given that nobody has judged yet, because Guance could not be asked: what
   * rests on a word is about to be proven. After the end no key could be given any more.
   */
  boolean awaitsKey(FlowState state, Notes notes, Stages stages) {
    boolean judged =
        notes.problem().flatMap(Problem::field).filter(Failures.KEY::equals).isPresent();
    return notes.count(takeKey.name()) > 0
        && !judged
        && !Verification.keyKept(state)
        && !Verification.declined(state)
        && !(stages.proven(Stage.WORKSPACE) && stages.proven(Stage.DATAKIT));
  }

  /** A workspace that was made a moment ago has none until somebody has installed it. */
  private void findHost(AgendaDraft draft) {
    FlowState state = draft.state();
    boolean installed = state.confirmed(Slugs.id(state.id(), Slugs.INSTALL_DATAKIT)).isPresent();
    if (Billing.fresh(state) && !installed) {
      stepLater(draft, findHost);
    } else {
      draft.step(findHost);
    }
  }

  private void askForKey(AgendaDraft draft) {
    if (Verification.declined(draft.state())) {
      return;
    }
    boolean known = Verification.site(draft.state()).isPresent();
    if (known || draft.have(Stage.WORKSPACE, List.of(Field.WORKSPACE_SITE))) {
      draft.step(takeKey);
    }
  }

  /** Who says that it is mended is believed enough to look at once. */
  static void look(AgendaDraft draft, Step step) {
    if (Verification.lookAgain(draft.state())) {
      draft.stepAtOnce(step);
    } else {
      stepLater(draft, step);
    }
  }

  /** What was seen a moment ago is not asked for again yet. */
  private static void stepLater(AgendaDraft draft, Step step) {
    Optional<Instant> earliest =
        draft
            .state()
            .latest(FactKind.WORKSPACE_VERIFIED)
            .map(look -> look.at().plus(BillingPlan.FIRST_LOOK))
            .filter(at -> at.isAfter(draft.now()));
    if (earliest.isPresent()) {
      draft.waitUntil(earliest.get());
    } else {
      draft.step(step);
    }
  }

  static void mend(AgendaDraft draft, Observed finding, Duration dataKept) {
    Stage stage = Verification.ofToken(finding) ? Stage.DATAKIT : Stage.WORKSPACE;
    Optional<LockSeen> lock = LockSeen.of(finding, dataKept);
    String rule =
        lock.map(LockSeen::rule)
            .or(() -> finding.value(Detail.RULE))
            .orElse("is not as it should be");
    String remedy = lock.map(LockSeen::remedy).or(() -> finding.value(Detail.REASON)).orElse("");
    TaskText text =
        lock.map(LockSeen::text)
            .orElseGet(
                () -> MendText.of(finding.value(Detail.CODE).orElse(""), rule + ". " + remedy));
    draft.task(draft.tasks().mendWorkspace(stage, finding, text, lock.map(LockSeen::dataGoneAt)));
    draft.problem(
        new Problem(
            finding.value(Detail.CODE).orElse("WORKSPACE_WRONG"),
            new Problem.What(Optional.empty(), rule),
            Problem.Mender.BUYER,
            remedy));
  }
}
