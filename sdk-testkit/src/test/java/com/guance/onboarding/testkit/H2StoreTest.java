package com.guance.onboarding.testkit;

import com.guance.onboarding.spi.OnboardingStore;

final class H2StoreTest extends OnboardingStoreSuite {

  private static final String PREFIX = DatabaseServers.freshPrefix();

  private final EmptyTables tables = new EmptyTables(DatabaseServers.h2(), PREFIX);

  @Override
  protected OnboardingStore open() {
    return tables.open();
  }
}
