package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.spi.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Customers who were sold before the SDK came in. */
class ImportTest {

  private static final InstanceId FIRST = new InstanceId("inst-a");
  private static final InstanceId SECOND = new InstanceId("inst-b");
  private static final OrderKey OTHER = new OrderKey("CS-2", "CS-2-000001");

  private final FlowTest world = new FlowTest();

  private static OnboardingRequest sold(OrderKey order, InstanceId instance) {
    return OnboardingRequest.of(order).existingInstance(instance).build();
  }

  private void refused(OnboardingId id, OnboardingRequest request, String why) {
    int kept = world.store.facts(id).size();
    Outcome outcome = world.flow.get(id).outcome();
    assertThatThrownBy(() -> world.newFlow().begin(request))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("existingInstance")
        .hasMessageContaining(why);
    assertThat(world.store.facts(id)).hasSize(kept);
    assertThat(world.flow.get(id).outcome()).isEqualTo(outcome);
  }

  @Test
  void begin_importOverARunningOnboarding_isRefusedAndItGoesOn() {
    OnboardingId id = world.flow.begin(request().build());
    Progress before = world.flow.advance(id);
    assertThat(world.gateways.count("organization")).isEqualTo(1);

    refused(id, sold(ORDER, FIRST), "is being onboarded");

    Progress.Waiting after = (Progress.Waiting) world.flow.advance(id);
    assertThat(after.tasks()).extracting("id").isEqualTo(ids(before));
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    refused(id, sold(ORDER, FIRST), "is completed");
  }

  private static List<Object> ids(Progress progress) {
    List<Object> ids = new ArrayList<>();
    ((Progress.Waiting) progress).tasks().forEach(task -> ids.add(task.id()));
    return ids;
  }

  /** The step has used its answers and has not come back yet. */
  @Test
  void begin_importWhileAStepIsAtIt_isRefused() {
    OnboardingId id = world.flow.begin(request().build());
    List<String> refusals = new ArrayList<>();
    world.gateways.beforeEffect =
        () -> {
          world.gateways.beforeEffect = () -> {};
          refused(id, sold(ORDER, FIRST), "is being onboarded");
          refusals.add("organization");
        };

    assertThat(world.flow.advance(id, answers())).isInstanceOf(Progress.Waiting.class);

    assertThat(refusals).hasSize(1);
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void begin_importOfACancelledOnboarding_isRefusedWithTheReason() {
    OnboardingId id = world.flow.begin(request().build());
    world.flow.cancel(id, "ordered twice");

    refused(id, sold(ORDER, FIRST), "has ended: ordered twice");

    assertThat(world.flow.advance(id)).isInstanceOf(Progress.Abandoned.class);
  }

  @Test
  void begin_importOfAnotherInstance_isRefusedAndTheSameIsNot() {
    OnboardingId id = world.flow.begin(sold(ORDER, FIRST));

    refused(id, sold(ORDER, SECOND), "must be the instance that was imported");

    assertThat(world.flow.begin(sold(ORDER, FIRST))).isEqualTo(id);
    assertThat(world.flow.get(id).subscription().orElseThrow().instance()).isEqualTo(FIRST);
    assertThat(world.flow.find(new LookupKey.ByInstance(SECOND))).isEmpty();
  }

  @Test
  void begin_instanceOfAnotherOrder_isRefusedAndNothingIsOpened() {
    OnboardingId id = world.flow.begin(sold(ORDER, FIRST));
    OnboardingId live =
        world.flow.record(Observations.instanceOpened(new OrderKey("CS-3", "1"), SECOND)).get(0);

    refused(id, sold(OTHER, FIRST), "belongs to another order already, that of " + id);
    refused(live, sold(OTHER, SECOND), "belongs to another order already, that of " + live);

    assertThat(world.flow.find(new LookupKey.ByOrder(OTHER))).isEmpty();
    assertThat(world.flow.find(new LookupKey.ByInstance(FIRST))).hasSize(1);
  }

  @Test
  void begin_twoOrdersNameOneInstanceAtOnce_oneOfThemGetsIt() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 200; round++) {
        InstanceId instance = new InstanceId("inst-" + round);
        List<Callable<OnboardingId>> both = new ArrayList<>();
        for (String line : List.of("1", "2")) {
          OrderKey order = new OrderKey("D" + round, line);
          both.add(() -> world.flow.begin(sold(order, instance)));
        }
        int taken = 0;
        for (Future<OnboardingId> one : pool.invokeAll(both)) {
          try {
            one.get();
            taken++;
          } catch (ExecutionException refusal) {
            assertThat(refusal).hasCauseInstanceOf(ConflictException.class);
          }
        }
        assertThat(taken).isEqualTo(1);
        assertThat(world.flow.find(new LookupKey.ByInstance(instance))).hasSize(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void begin_importOfAnOrderThatIsOnlyKnown_isTaken() {
    world.gateways.orders.clear();
    OnboardingId id = world.flow.begin(OnboardingRequest.of(ORDER).build());
    world.flow.advance(id);
    world.gateways.order(ORDER, "buyer-1");
    world.clock.set(((Progress.Waiting) world.flow.advance(id)).notBefore().orElseThrow());
    world.flow.advance(id);

    world.flow.begin(sold(ORDER, FIRST));

    assertThat(world.flow.advance(id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void advance_imported_isCompletedAndNothingOfItIsVerified() {
    OnboardingId id = world.flow.begin(sold(ORDER, FIRST));

    Onboarding onboarding = ((Progress.Completed) world.flow.advance(id)).onboarding();

    assertThat(onboarding.stages()).hasSize(10).noneMatch(StageStatus::verified);
    assertThat(world.flow.explain(id).remarks())
        .containsExactly(
            "imported: it was sold before the SDK came in, and nobody has verified it here");
    world.flow.begin(request().build());
    assertThat(world.flow.get(id).organization()).as("it may be described later").isPresent();
  }
}
