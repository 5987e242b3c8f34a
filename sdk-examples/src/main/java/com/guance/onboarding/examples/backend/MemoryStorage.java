package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.store.InMemorySecretStore;
import com.guance.onboarding.store.InMemoryStore;
import java.util.Optional;

/** Everything is gone with the process. */
final class MemoryStorage implements Storage {

  private final InMemoryStore store = InMemoryStore.create();
  private final SecretStore secrets = InMemorySecretStore.create();
  private final Roster roster = new MemoryRoster();

  @Override
  public OnboardingFlowBuilder flow() {
    return OnboardingFlow.builder().store(store);
  }

  @Override
  public SecretStore secrets() {
    return secrets;
  }

  @Override
  public Roster roster() {
    return roster;
  }

  @Override
  public void prune(Retention retention) {
    store.prune(retention);
  }

  @Override
  public Optional<AutoCloseable> share(OnboardingFlow flow) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
