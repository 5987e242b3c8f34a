package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.SecretStore;
import java.time.Clock;
import java.util.Optional;

/** Where a backend keeps what must outlive a request, and who goes on with what is due. */
sealed interface Storage extends AutoCloseable permits MemoryStorage, JdbcStorage {

  /**
   * Opens it, and makes what is missing.
   *
   * @throws com.guance.onboarding.error.InvalidSettingException if a setting cannot be used
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached
   */
  static Storage open(BackendSettings.World world, Clock clock) {
    return world.store().inMemory() ? new MemoryStorage() : JdbcStorage.open(world, clock);
  }

  /** A builder of a flow that keeps everything here. */
  OnboardingFlowBuilder flow();

  SecretStore secrets();

  Roster roster();

  /** Removes what nobody needs any more; repeatable, by any number of nodes. */
  void prune(Retention retention);

  /** Has all nodes share what is due; empty where there is one node, which looks itself. */
  Optional<AutoCloseable> share(OnboardingFlow flow);

  @Override
  void close();
}
