package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.InMemoryStore;

/** How do I go on after a restart? The store has everything; the order or the id finds it. */
final class HowDoIGoOnAfterARestartExample {

  private HowDoIGoOnAfterARestartExample() {}

  static Progress run() {
    OnboardingStore store = InMemoryStore.create(); // in production: a JdbcStore
    OrderKey order = new OrderKey("CS-1", "CS-1-000001");

    OnboardingFlow before = OnboardingFlow.builder().store(store).build();
    OnboardingId id = before.begin(OnboardingRequest.of(order).member("Wendy").build());
    Progress.Waiting waiting = (Progress.Waiting) before.advance(id);
    // the process ends here, whatever it was doing

    OnboardingFlow after = OnboardingFlow.builder().store(store).build();
    OnboardingId found = after.find(new LookupKey.ByOrder(order)).get(0).id();
    for (PersonTask task : waiting.tasks()) {
      after.record(new Fact.Confirmed(found, task.id())); // people did what was asked
    }
    return after.advance(found);
  }
}
