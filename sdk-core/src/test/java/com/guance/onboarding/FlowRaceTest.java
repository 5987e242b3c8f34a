package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.Observations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several calls at once for one onboarding or one buyer: one effect each. */
class FlowRaceTest {

  /** From the organization to the workspace binding. */
  private static final int EFFECTS = 9;

  private final FlowTest world = new FlowTest();

  @Test
  void advance_from16ThreadsAtOnce_oneEffectEachAnd16NormalReturns() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      for (int round = 0; round < 300; round++) {
        OrderKey order = new OrderKey("R" + round, "1");
        world.gateways.order(order, "buyer-" + round);
        world.gateways.effects.clear();
        OnboardingRequest.Builder all = OnboardingRequest.of(order);
        request().build().answers().forEach(all::with);
        OnboardingId id = world.flow.begin(all.organization("GCY", "org" + round).build());
        Callable<Progress> advance = () -> world.flow.advance(id, answers());
        Progress progress = world.flow.advance(id);
        while (progress instanceof Progress.Waiting waiting) {
          waiting.notBefore().filter(world.clock.instant()::isBefore).ifPresent(world.clock::set);
          for (Future<Progress> done : pool.invokeAll(Collections.nCopies(16, advance))) {
            assertThat(done.get()).isNotNull();
          }
          progress = world.flow.advance(id, answers());
        }
        assertThat(progress).isInstanceOf(Progress.Completed.class);
        assertThat(world.gateways.effects).doesNotHaveDuplicates().hasSize(EFFECTS);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void newInstance_beforeAfterAndDuringBegin_isOneOnboardingThatKeepsEveryAnswer()
      throws Exception {
    InstanceId instance = new InstanceId("business-1");
    world.flow.record(Observations.instanceOpened(ORDER, instance));
    OnboardingId id = world.flow.begin(request().build());
    assertThat(world.flow.record(Observations.instanceOpened(ORDER, instance))).containsExactly(id);
    assertThat(world.flow.get(id).subscription().orElseThrow().instance()).isEqualTo(instance);

    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 100; round++) {
        OrderKey order = new OrderKey("D" + round, "1");
        OnboardingRequest answers = OnboardingRequest.of(order).organization("GCY", "gcy").build();
        InstanceId minted = new InstanceId("i" + round);
        List<Callable<Object>> both =
            List.of(
                () -> world.flow.begin(answers),
                () -> world.flow.record(Observations.instanceOpened(order, minted)));
        for (Future<Object> done : pool.invokeAll(both)) {
          assertThat(done.get()).isNotNull();
        }
        List<Onboarding> found = world.flow.find(new LookupKey.ByInstance(minted));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).organization().orElseThrow().shortName().value()).isEqualTo("gcy");
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void twoOrdersOfOneBuyer_atTheSameTime_shareOneRegistration() throws Exception {
    OrderKey other = new OrderKey("CS-2", "CS-2-000001");
    world.gateways.order(other, "buyer-1");
    OnboardingRequest.Builder second = OnboardingRequest.of(other);
    OnboardingRequest first = request().workspaceOwner("wendy@example.com").build();
    first.answers().forEach(second::with);
    List<OnboardingId> ids =
        List.of(
            world.flow.begin(first),
            world.flow.begin(second.organization("GCY Ltd", "gcy2").build()));
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 30; round++) {
        List<Callable<Progress>> both = new ArrayList<>();
        ids.forEach(id -> both.add(() -> world.flow.advance(id, answers())));
        for (Future<Progress> done : pool.invokeAll(both)) {
          if (done.get() instanceof Progress.Waiting waiting) {
            waiting.notBefore().filter(world.clock.instant()::isBefore).ifPresent(world.clock::set);
          }
        }
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(ids).allMatch(id -> world.flow.advance(id) instanceof Progress.Completed);
    assertThat(world.gateways.count("billing account")).isEqualTo(1);
  }
}
