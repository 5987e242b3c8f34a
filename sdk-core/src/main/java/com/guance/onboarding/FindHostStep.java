package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.spi.WorkspaceVerifier;
import java.util.List;
import java.util.Optional;

/** Asks Guance itself for the first host that a DataKit has reported. */
final class FindHostStep implements Step.Reading {

  private final WorkspaceVerifier verifier;
  private final SecretStore keys;

  FindHostStep(WorkspaceVerifier verifier, SecretStore keys) {
    this.verifier = verifier;
    this.keys = keys;
  }

  @Override
  public String name() {
    return "find host";
  }

  @Override
  public Stage stage() {
    return Stage.DATAKIT;
  }

  @Override
  public List<Observed> read(StepContext context) {
    Optional<Secret> key = keys.get(Verification.secretName(context.id()));
    if (key.isEmpty()) {
      return List.of(VerifiedFacts.key(context, false));
    }
    try {
      return context
          .within(verifier)
          .firstHost(Verification.expected(context.state()), key.get())
          .map(host -> List.of(Observations.dataKitSeen(context.id(), host)))
          .orElse(List.of());
    } catch (AuthenticationException gone) {
      keys.forget(Verification.secretName(context.id()));
      return List.of(VerifiedFacts.key(context, false));
    }
  }
}
