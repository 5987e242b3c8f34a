package com.guance.onboarding.testkit;

import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.InMemoryStore;

final class InMemoryStoreTest extends OnboardingStoreSuite {

  @Override
  protected OnboardingStore open() {
    return InMemoryStore.create();
  }
}
