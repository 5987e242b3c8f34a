package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store misbehaves; KooGallery is told to repeat, and in time. */
@Timeout(60)
class StoreTroubleTest {

  @Test
  void storeDown_thenUp_acknowledgesNothingAndThenEverything() {
    FragileStore fragile = new FragileStore(InMemoryStore.create());
    try (HandlerFixture koo =
        HandlerFixture.impatient(fragile.store(), new PartnerDecisions() {})) {
      fragile.fault =
          () -> {
            throw new StoreException("commit", "is down", null);
          };
      CallbackReply reply = koo.handler.handle(koo.newInstance("b-1"));

      assertThat(HandlerFixture.code(reply)).isEqualTo("000005");
      assertThat(reply.headers()).containsKey("Body-Sign");
      assertThat(reply.touched()).isEmpty();

      fragile.fault = () -> {};
      assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isZero();
      assertThat(koo.answer(koo.newInstance("b-2")).path("instanceId").asText()).isEqualTo("b-2");
    }
  }

  @Test
  void store_throwsAnError_isAnsweredAsAFailureAndTheNextCallIsServed() {
    FragileStore fragile = new FragileStore(InMemoryStore.create());
    try (HandlerFixture koo =
        HandlerFixture.impatient(fragile.store(), new PartnerDecisions() {})) {
      for (Error error :
          List.of(new NoClassDefFoundError("CANARY"), new OutOfMemoryError("CANARY"))) {
        fragile.fault =
            () -> {
              throw error;
            };
        TimedReply timed = TimedReply.of(koo, koo.newInstance("b-1"));
        timed.isSignedInTime();
        assertThat(HandlerFixture.code(timed.reply())).isEqualTo("000005");
      }
      fragile.fault = () -> {};
      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000000");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void storeHangs_aThousandTimes_answersInTimeAndLeavesNoThread(boolean stubborn) throws Exception {
    FragileStore fragile = new FragileStore(InMemoryStore.create());
    CountDownLatch never = new CountDownLatch(1);
    try (HandlerFixture koo =
        new HandlerFixture(
            fragile.store(),
            new PartnerDecisions() {},
            settings ->
                settings
                    .answerWithin(Duration.ofMillis(800))
                    .poolThreads(4)
                    .poolQueue(4)
                    .poolName("trouble"),
            flow -> flow)) {
      fragile.fault = stubborn ? () -> Waits.awaitStubbornly(never) : () -> Waits.await(never);
      ExecutorService callers = Executors.newFixedThreadPool(32);
      Callable<TimedReply> call = () -> TimedReply.of(koo, koo.newInstance("b-1"));
      for (Future<TimedReply> timed : callers.invokeAll(Collections.nCopies(1000, call))) {
        timed.get().isSignedInTime();
        assertThat(HandlerFixture.code(timed.get().reply())).isEqualTo("000005");
        assertThat(timed.get().reply().touched()).isEmpty();
      }
      callers.shutdownNow();
      fragile.fault = () -> {};
      never.countDown();

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
}
