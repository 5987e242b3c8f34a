package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.store.InMemoryStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One thread of a node tells at a time, each event once, and holds up nobody. */
@Timeout(60)
class OneTellerTest {

  private final InMemoryStore store = InMemoryStore.create();
  private final List<String> told = new CopyOnWriteArrayList<>();

  private OnboardingFlow flow(Consumer<PersonTask> listener) {
    return OnboardingFlow.builder()
        .store(store)
        .listener(
            new OnboardingListener() {
              @Override
              public void taskOpened(String eventId, PersonTask task) {
                told.add(eventId);
                listener.accept(task);
              }
            })
        .build();
  }

  private static OnboardingId begin(OnboardingFlow flow, int number) {
    return flow.begin(
        OnboardingRequest.of(new OrderKey("CS-" + number, "CS-" + number + "-1")).build());
  }

  private static List<OnboardingId> begin(OnboardingFlow flow, int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> begin(flow, number)).toList();
  }

  @Test
  void advance_whileAListenerBlocks_nobodyWaitsAndNothingIsLeftForTheNextCall() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    OnboardingFlow flow =
        flow(
            task -> {
              entered.countDown();
              await(released);
            });
    OnboardingId first = begin(flow, 0);
    List<OnboardingId> others = begin(flow, 1, 40);

    CompletableFuture<Progress> telling = CompletableFuture.supplyAsync(() -> flow.advance(first));
    await(entered);
    others.forEach(flow::advance);
    assertThat(flow.resumeDue(1)).isZero();

    assertThat(told).as("the others have left it to the one that is telling").hasSize(1);
    assertThat(store.outbox(1_000)).as("more than one reading takes").hasSizeGreaterThan(100);
    released.countDown();
    telling.get(30, TimeUnit.SECONDS);

    assertThat(store.outbox(1_000)).isEmpty();
    assertThat(told).doesNotHaveDuplicates().hasSizeGreaterThan(100);
  }

  @Test
  void advance_manyThreads_tellEachEventOnce() throws Exception {
    OnboardingFlow flow = flow(task -> {});
    List<OnboardingId> ids = begin(flow, 0, 64);

    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      CompletableFuture.allOf(
              ids.stream()
                  .map(id -> CompletableFuture.runAsync(() -> flow.advance(id), threads))
                  .toArray(CompletableFuture[]::new))
          .get(30, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }

    assertThat(store.outbox(1_000)).as("no call is needed to tell the rest").isEmpty();
    assertThat(told).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(64);
  }

  @Test
  void advance_byTheListenerItself_isToldAfterwardsByTheSameCall() {
    OnboardingFlow[] flow = new OnboardingFlow[1];
    OnboardingId[] second = new OnboardingId[1];
    flow[0] =
        flow(
            task -> {
              if (!task.onboarding().equals(second[0])) {
                int before = told.size();
                flow[0].advance(second[0]);
                assertThat(told).as("not within the telling of another").hasSize(before);
              }
            });
    second[0] = begin(flow[0], 2);

    flow[0].advance(begin(flow[0], 1));

    assertThat(store.outbox(100)).isEmpty();
    assertThat(told)
        .doesNotHaveDuplicates()
        .anyMatch(event -> event.contains(second[0].value()))
        .anyMatch(event -> !event.contains(second[0].value()));
  }

  @Test
  void advance_afterAListenerThatEndedTheCall_tellsAgain() {
    boolean[] broken = {true};
    OnboardingFlow flow =
        flow(
            task -> {
              if (broken[0]) {
                throw new AssertionError("a bug of the partner's");
              }
            });
    OnboardingId first = begin(flow, 1);

    assertThatThrownBy(() -> flow.advance(first)).isInstanceOf(AssertionError.class);
    broken[0] = false;
    flow.advance(first);

    assertThat(store.outbox(100)).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
