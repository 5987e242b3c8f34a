package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.spi.WorkspaceVerifier.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the steps around an API key say about it and about its workspace. */
final class VerifiedFacts {

  private static final Set<Aspect> OF_THE_KEY = EnumSet.of(Aspect.KEY_AND_SITE, Aspect.WORKSPACE);

  private VerifiedFacts() {}

  static Observed key(StepContext context, boolean kept) {
    return context.fact(FactKind.WORKSPACE_KEY, "").with(Detail.ON, Boolean.toString(kept)).build();
  }

  /** What is wrong with the key itself. */
  static Optional<Problem> keyProblem(Seen seen) {
    return seen.findings().stream()
        .filter(finding -> OF_THE_KEY.contains(finding.aspect()))
        .filter(finding -> finding.result() == Result.WRONG)
        .flatMap(finding -> finding.problem().stream())
        .findFirst();
  }

  /** The findings that say something new, and the workspace where nobody has named it. */
  static List<Observed> of(StepContext context, Seen seen) {
    FlowState state = context.state();
    List<Observed> facts = new ArrayList<>();
    if (Billing.workspaceId(state).isEmpty()) {
      seen.workspace().ifPresent(id -> facts.add(known(context, id.value(), seen.name())));
    }
    for (WorkspaceFinding finding : seen.findings()) {
      Observed fact = fact(context, finding);
      boolean news =
          state
              .of(FactKind.WORKSPACE_VERIFIED, fact.subject())
              .filter(last -> last.values().equals(fact.values()))
              .isEmpty();
      if (news || Verification.lookAgain(state)) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private static Observed known(StepContext context, String id, Optional<String> name) {
    FlowState state = context.state();
    boolean made =
        state.confirmed(Slugs.id(state.id(), Slugs.CREATE_WORKSPACE)).isPresent()
            || state.confirmed(Slugs.id(state.id(), Slugs.REGISTER_GUANCE_ACCOUNT)).isPresent();
    return context
        .fact(FactKind.WORKSPACE, "")
        .with(Detail.ON, "true")
        .with(Detail.SCENE, made ? WorkspaceFacts.CREATED : WorkspaceFacts.THERE)
        .with(Detail.WORKSPACE_ID, id)
        .with(Detail.WORKSPACE_NAME, name)
        .with(Detail.LANGUAGE, state.answers().of(Field.WORKSPACE_LANGUAGE))
        .with(Detail.SITE, Verification.site(state).map(site -> site.key()))
        .build();
  }

  private static Observed fact(StepContext context, WorkspaceFinding finding) {
    Optional<Problem> problem = finding.problem();
    return context
        .fact(FactKind.WORKSPACE_VERIFIED, finding.aspect().name())
        .with(Detail.STATE, finding.result().name())
        .with(Detail.CODE, problem.map(Problem::code))
        .with(Detail.RULE, problem.map(Problem::rule))
        .with(Detail.REASON, problem.map(Problem::remedy))
        .with(Detail.SINCE, finding.since().map(Instant::toString))
        .build();
  }
}
