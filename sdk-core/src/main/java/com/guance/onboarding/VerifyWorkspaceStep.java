package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.spi.WorkspaceVerifier.Seen;
import java.util.List;
import java.util.Optional;

/** Looks again at a workspace that was not as it should be. */
final class VerifyWorkspaceStep implements Step.Reading {

  private final WorkspaceVerifier verifier;
  private final SecretStore keys;

  VerifyWorkspaceStep(WorkspaceVerifier verifier, SecretStore keys) {
    this.verifier = verifier;
    this.keys = keys;
  }

  @Override
  public String name() {
    return "verify workspace";
  }

  @Override
  public Stage stage() {
    return Stage.WORKSPACE;
  }

  @Override
  public List<Observed> read(StepContext context) {
    Optional<Secret> key = keys.get(Verification.secretName(context.id()));
    if (key.isEmpty()) {
      return List.of(VerifiedFacts.key(context, false));
    }
    Seen seen = context.within(verifier).verify(Verification.expected(context.state()), key.get());
    if (VerifiedFacts.keyProblem(seen).isPresent()) {
      keys.forget(Verification.secretName(context.id()));
      return List.of(VerifiedFacts.key(context, false));
    }
    return VerifiedFacts.of(context, seen);
  }
}
