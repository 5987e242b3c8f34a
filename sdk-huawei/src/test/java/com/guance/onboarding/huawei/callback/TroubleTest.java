package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The partner's code and the store misbehave; KooGallery does not notice, or is told to repeat. */
@Timeout(60)
class TroubleTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Test
  void newInstance_partnerBlocksForEver_isStoredAndAnsweredInTime() {
    try (HandlerFixture koo = impatient(InMemoryStore.create(), new Blocking())) {
      long begin = System.nanoTime();
      CallbackReply reply = koo.handler.handle(koo.newInstance("b-1"));

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
      assertThat(HandlerFixture.code(reply)).isEqualTo("000000");
      assertThat(reply.headers()).containsKey("Body-Sign");
      assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isEqualTo(1);
      assertThat(koo.code(koo.newInstance("b-2"))).isEqualTo("000000");
      assertThat(koo.flow.resumeDue(10)).isEqualTo(1);
    }
  }

  @Test
  void events_partnerThrows_areKeptAndTheirRepetitionIsNoReplay() {
    try (HandlerFixture koo = impatient(InMemoryStore.create(), new Throwing())) {
      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000000");
      assertThat(koo.code(koo.status("nobody-knows", "FREEZE"))).isEqualTo("000000");
      assertThat(koo.code(koo.status("nobody-knows", "FREEZE"))).isEqualTo("000000");
      assertThat(koo.code(koo.query("b-1"))).isEqualTo("000000");
      assertThat(
              koo.code(
                  koo.production(
                      "{'activity':'changeInstanceCheck','instanceId':'b-1','productInfo':{}}")))
          .isEqualTo("000005");
    }
  }

  @Test
  void partnerThatNeverReturns_overAndOver_leavesThreadsForTheStore() {
    Stuck stuck = new Stuck();
    try (HandlerFixture koo =
        new HandlerFixture(
            InMemoryStore.create(),
            stuck,
            settings -> settings.answerWithin(Duration.ofSeconds(1)).poolThreads(4),
            flow -> flow)) {
      for (int i = 0; i < 20; i++) {
        assertThat(koo.code(koo.newInstance(new OrderKey("CS" + i, "1"), "b-" + i)))
            .isEqualTo("000000");
      }
      stuck.release.countDown();
    }
  }

  @Test
  void storeDown_thenUp_acknowledgesNothingAndThenEverything() {
    FragileStore store = new FragileStore(InMemoryStore.create());
    try (HandlerFixture koo = impatient(store, new PartnerDecisions() {})) {
      store.fault =
          () -> {
            throw new StoreException("commit", "is down", null);
          };
      CallbackReply reply = koo.handler.handle(koo.newInstance("b-1"));

      assertThat(HandlerFixture.code(reply)).isEqualTo("000005");
      assertThat(reply.headers()).containsKey("Body-Sign");
      assertThat(reply.touched()).isEmpty();

      store.fault = () -> {};
      assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isZero();
      assertThat(koo.answer(koo.newInstance("b-2")).path("instanceId").asText()).isEqualTo("b-2");
    }
  }

  @Test
  void storeHangs_aThousandTimes_answersInTimeAndLeavesNoThread() throws Exception {
    FragileStore store = new FragileStore(InMemoryStore.create());
    CountDownLatch never = new CountDownLatch(1);
    try (HandlerFixture koo =
        new HandlerFixture(
            store,
            new PartnerDecisions() {},
            settings ->
                settings
                    .answerWithin(Duration.ofMillis(800))
                    .poolThreads(4)
                    .poolQueue(4)
                    .poolName("trouble"),
            flow -> flow)) {
      store.fault = () -> await(never);
      ExecutorService callers = Executors.newFixedThreadPool(32);
      Callable<String> call = () -> koo.code(koo.newInstance("b-1"));
      for (Future<String> code : callers.invokeAll(Collections.nCopies(1000, call))) {
        assertThat(code.get()).isEqualTo("000005");
      }
      callers.shutdownNow();
      store.fault = () -> {};

      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000000");
      koo.handler.close();
      assertThat(threads("trouble")).isEmpty();
      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000005");
    }
  }

  private static List<String> threads(String name) throws InterruptedException {
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith(name))
            .toList();
    for (Thread thread : ours) {
      thread.join(1000);
    }
    return ours.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  private static HandlerFixture impatient(
      com.guance.onboarding.spi.OnboardingStore store, PartnerDecisions decisions) {
    return new HandlerFixture(
        store, decisions, settings -> settings.answerWithin(PATIENCE), flow -> flow);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("commit", "interrupted", null);
    }
  }

  /** Waits until it is interrupted. */
  private static final class Blocking implements PartnerDecisions {
    @Override
    public ResultCode canCreate(OrderKey order) {
      await(new CountDownLatch(1));
      return ResultCode.SOLD_OUT;
    }
  }

  /** Does not even listen to interruptions. */
  private static final class Stuck implements PartnerDecisions {

    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public ResultCode canCreate(OrderKey order) {
      boolean done = false;
      while (!done) {
        try {
          release.await();
          done = true;
        } catch (InterruptedException e) {
          // as if nothing had happened
        }
      }
      return ResultCode.SUCCESS;
    }
  }

  private static final class Throwing implements PartnerDecisions {
    @Override
    public ResultCode canCreate(OrderKey order) {
      throw new IllegalStateException("CANARY");
    }

    @Override
    public boolean knows(InstanceId instance) {
      throw new IllegalStateException("CANARY");
    }

    @Override
    public Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
      throw new IllegalStateException("CANARY");
    }

    @Override
    public boolean mayChange(InstanceId instance, TargetProduct target) {
      throw new IllegalStateException("CANARY");
    }
  }
}
