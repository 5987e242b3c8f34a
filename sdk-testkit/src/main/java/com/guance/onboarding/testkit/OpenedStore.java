package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.CommitResult.Status;
import com.guance.onboarding.spi.OnboardingStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The store under test: open from before each test to after it, and once more in its middle. */
abstract class OpenedStore {

  private @Nullable OnboardingStore opened;

  abstract OnboardingStore opening();

  @BeforeEach
  void openStore() {
    opened = opening();
  }

  @AfterEach
  void closeStore() {
    store().close();
  }

  final OnboardingStore store() {
    if (opened == null) {
      throw new IllegalStateException("the store is opened before each test");
    }
    return opened;
  }

  /** Closes and opens again what outlives the process; the same store where nothing does. */
  final void reopen() {
    if (store().durable()) {
      store().close();
      opened = opening();
    }
  }

  final CommitResult store(Commit.Builder commit) {
    return store().commit(commit.build());
  }

  final void stored(Commit.Builder commit) {
    assertThat(store(commit).status()).isEqualTo(Status.STORED);
  }
}
