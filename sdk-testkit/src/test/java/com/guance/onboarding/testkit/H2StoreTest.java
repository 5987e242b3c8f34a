package com.guance.onboarding.testkit;

import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;

final class H2StoreTest extends OnboardingStoreSuite {

  private final JdbcSettings settings =
      JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix());

  @Override
  protected OnboardingStore open() {
    return JdbcStore.create(DatabaseServers.h2(), settings);
  }
}
