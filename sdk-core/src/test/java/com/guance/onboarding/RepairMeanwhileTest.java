package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A repair holds the onboarding for as long as the other sides take to answer. */
class RepairMeanwhileTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways gateways = new FakeGateways(clock).order(FlowTest.ORDER, "buyer-1");
  private final InMemoryStore store = InMemoryStore.create();
  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .store(store)
          .clock(clock)
          .marketplace(gateways)
          .billing(gateways)
          .build();

  /** Waits for what only people know, until nobody knows when. */
  private OnboardingId waiting() {
    OnboardingId id = flow.begin(OnboardingRequest.of(FlowTest.ORDER).build());
    flow.advance(id);
    assertThat(flow.get(id).stage()).isEqualTo(Stage.ORGANIZATION);
    assertThat(store.load(id).orElseThrow().dueAt()).isEmpty();
    return id;
  }

  private void whileItIsCompared(Runnable event) {
    gateways.beforeOrder =
        () -> {
          gateways.beforeOrder = () -> {};
          event.run();
        };
  }

  @Test
  void repair_somethingIsRecordedMeanwhile_leavesItToTheNextRound() {
    OnboardingId id = waiting();
    whileItIsCompared(() -> flow.begin(FlowTest.request().build()));

    flow.repair(id, Set.of("nonsense"));

    assertThat(flow.resumeDue(10)).isEqualTo(1);
    assertThat(flow.get(id).stage()).isEqualTo(Stage.MEMBER);
  }

  @Test
  void repair_whoeverRecordedItMetTheClaim_leavesItToTheNextRound() {
    OnboardingId id = waiting();
    whileItIsCompared(
        () -> {
          flow.begin(FlowTest.request().build());
          assertThat(flow.advance(id)).isInstanceOf(Progress.Waiting.class);
        });

    flow.repair(id, Set.of("nonsense"));

    assertThat(flow.resumeDue(10)).isEqualTo(1);
    assertThat(flow.get(id).stage()).isEqualTo(Stage.MEMBER);
  }

  @Test
  void repair_nothingHappensMeanwhile_isNotDueForThat() {
    OnboardingId id = waiting();

    Reconciliation report = flow.repair(id, Set.of("nonsense"));

    assertThat(report.notFound()).containsExactly("nonsense");
    assertThat(report.toJson()).contains("\"notFound\":[\"nonsense\"]");
    assertThat(flow.reconcile(id).notFound()).isEmpty();
    assertThat(store.load(id).orElseThrow().dueAt()).isEmpty();
    assertThat(flow.resumeDue(10)).isZero();
  }
}
