package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.spi.WorkspaceVerifier.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the Key ID that a person gives, and keeps it once it has opened the workspace. */
final class TakeKeyStep implements Step.Changing {

  private final WorkspaceVerifier verifier;
  private final SecretStore keys;

  TakeKeyStep(WorkspaceVerifier verifier, SecretStore keys) {
    this.verifier = verifier;
    this.keys = keys;
  }

  @Override
  public String name() {
    return "take api key";
  }

  @Override
  public Stage stage() {
    return Stage.WORKSPACE;
  }

  /** A key fixes nothing. */
  @Override
  public Set<Field> uses() {
    return Set.of();
  }

  @Override
  public List<PersonTask> secrets(FlowState state, Tasks tasks) {
    return List.of(tasks.createApiKey(Verification.keySlug(state)));
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return keys.get(Verification.secretName(context.id()))
        .map(kept -> List.of(VerifiedFacts.key(context, true)));
  }

  @Override
  public List<Observed> perform(StepContext context) {
    Secret key = context.secret(Verification.keySlug(context.state()), Failures.KEY);
    Seen seen = context.within(verifier).verify(Verification.expected(context.state()), key);
    VerifiedFacts.keyProblem(seen)
        .ifPresent(
            problem -> {
              throw refusal(problem);
            });
    keys.put(Verification.secretName(context.id()), key);
    List<Observed> facts = new ArrayList<>();
    facts.add(VerifiedFacts.key(context, true));
    facts.addAll(VerifiedFacts.of(context, seen));
    return facts;
  }

  private static InvalidRequestException refusal(Problem problem) {
    return new InvalidRequestException(
        Refusal.of("guance", "verify workspace")
            .code(problem.code())
            .field(Failures.KEY)
            .rule(problem.rule() + ". " + problem.remedy())
            .build());
  }
}
