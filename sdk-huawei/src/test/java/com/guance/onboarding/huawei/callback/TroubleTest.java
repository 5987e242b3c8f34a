package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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
  void events_partnerThrows_areKeptToldByClassAndTheirRepetitionIsNoReplay() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(BoundedPool.class);
    log.start();
    logger.addAppender(log);
    try (HandlerFixture koo = impatient(InMemoryStore.create(), new Throwing())) {
      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000000");
      assertThat(koo.code(koo.status("nobody-knows", "FREEZE"))).isEqualTo("000000");
      assertThat(koo.code(koo.status("nobody-knows", "FREEZE"))).isEqualTo("000000");
      assertThat(koo.code(koo.query("b-1"))).isEqualTo("000000");
      assertThat(koo.code(asking("mayChange", koo))).isEqualTo("000005");
    } finally {
      logger.detachAppender(log);
    }
    String failed = "the partner's code failed at %s: java.lang.%s";
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            String.format(failed, "canCreate", "NoClassDefFoundError"),
            String.format(failed, "knows", "IllegalStateException"),
            String.format(failed, "knows", "IllegalStateException"),
            String.format(failed, "describe", "IllegalStateException"),
            String.format(failed, "mayChange", "IllegalStateException"));
    assertThat(log.list).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
  }

  @Test
  void newInstance_moreAtOnceThanMayAskAtOnce_allGetThePartnersNo() throws Exception {
    try (HandlerFixture koo =
        new HandlerFixture(
            InMemoryStore.create(),
            new SoldOut(),
            settings -> settings.answerWithin(Duration.ofMillis(4500)),
            flow -> flow)) {
      ExecutorService callers = Executors.newFixedThreadPool(40);
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        CallbackRequest request = koo.newInstance(new OrderKey("CS" + i, "1"), "b-" + i);
        calls.add(() -> koo.code(request));
      }
      for (Future<String> code : callers.invokeAll(calls)) {
        assertThat(code.get()).isEqualTo("000106");
      }
      callers.shutdownNow();
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
      for (int i = 0; i < 6; i++) {
        Timed timed = Timed.of(koo, koo.newInstance(new OrderKey("CS" + i, "1"), "b-" + i));
        timed.isSignedInTime();
        assertThat(HandlerFixture.code(timed.reply())).isEqualTo("000000");
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
  void defaults_partnerBlocksAndStoreHangs_areAnsweredWithinTwoSeconds() {
    FragileStore store = new FragileStore(InMemoryStore.create());
    CountDownLatch never = new CountDownLatch(1);
    try (HandlerFixture koo =
        new HandlerFixture(store, new Blocking(), settings -> settings, flow -> flow)) {
      inTimeOnceInThree(koo, "000000"); // the partner blocks until there is an instance
      store.fault = () -> awaitStubbornly(never);
      inTimeOnceInThree(koo, "000005");
      store.fault = () -> {};
      never.countDown();
    }
  }

  /** A busy machine may pause between the deadline and the answer, though not three times. */
  private static void inTimeOnceInThree(HandlerFixture koo, String code) {
    Timed timed = Timed.of(koo, koo.newInstance("b-1"));
    for (int i = 0; i < 2 && timed.took().compareTo(Duration.ofSeconds(2)) >= 0; i++) {
      timed = Timed.of(koo, koo.newInstance("b-1"));
    }
    timed.isSignedInTime();
    assertThat(HandlerFixture.code(timed.reply())).isEqualTo(code);
  }

  @Test
  void store_throwsAnError_isAnsweredAsAFailureAndTheNextCallIsServed() {
    FragileStore store = new FragileStore(InMemoryStore.create());
    try (HandlerFixture koo = impatient(store, new PartnerDecisions() {})) {
      for (Error error :
          List.of(new NoClassDefFoundError("CANARY"), new OutOfMemoryError("CANARY"))) {
        store.fault =
            () -> {
              throw error;
            };
        Timed timed = Timed.of(koo, koo.newInstance("b-1"));
        timed.isSignedInTime();
        assertThat(HandlerFixture.code(timed.reply())).isEqualTo("000005");
      }
      store.fault = () -> {};
      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000000");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "canCreate, 000000",
    "knows,     000000",
    "describe,  000000",
    "usage,     000000",
    "mayChange, 000005",
  })
  void question_thatIsNeverAnswered_isAnsweredForThePartnerInTime(String question, String code) {
    for (boolean stubborn : List.of(false, true)) {
      CountDownLatch never = new CountDownLatch(1);
      StuckAt partner =
          new StuckAt(question, stubborn ? () -> awaitStubbornly(never) : () -> await(never));
      try (HandlerFixture koo = impatient(InMemoryStore.create(), partner)) {
        if (!question.equals("canCreate")) {
          koo.answer(koo.newInstance("b-1"));
        }
        for (int i = 0; i < 2; i++) {
          Timed timed = Timed.of(koo, asking(question, koo));
          timed.isSignedInTime();
          assertThat(HandlerFixture.code(timed.reply())).isEqualTo(code);
        }
        assertThat(partner.asked).hasPositiveValue();
        assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isEqualTo(1);
        never.countDown();
      }
    }
  }

  /** A request that needs the partner's word. */
  private static CallbackRequest asking(String question, HandlerFixture koo) {
    return switch (question) {
      case "canCreate" -> koo.newInstance("b-1");
      case "knows" -> koo.status("old-1", "FREEZE");
      case "mayChange" ->
          koo.production("{'activity':'changeInstanceCheck','instanceId':'b-1','productInfo':{}}");
      default -> koo.query("b-1");
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void storeHangs_aThousandTimes_answersInTimeAndLeavesNoThread(boolean stubborn) throws Exception {
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
      store.fault = stubborn ? () -> awaitStubbornly(never) : () -> await(never);
      ExecutorService callers = Executors.newFixedThreadPool(32);
      Callable<Timed> call = () -> Timed.of(koo, koo.newInstance("b-1"));
      for (Future<Timed> timed : callers.invokeAll(Collections.nCopies(1000, call))) {
        timed.get().isSignedInTime();
        assertThat(HandlerFixture.code(timed.get().reply())).isEqualTo("000005");
        assertThat(timed.get().reply().touched()).isEmpty();
      }
      callers.shutdownNow();
      store.fault = () -> {};
      never.countDown();

      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000000");
      koo.handler.close();
      assertThat(threads("trouble")).isEmpty();
      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000005");
    }
  }

  /**
   * A reply and how long it took.
   *
   * @param reply the reply
   * @param took from the call to the reply
   */
  private record Timed(CallbackReply reply, Duration took) {

    static Timed of(HandlerFixture koo, CallbackRequest request) {
      long begin = System.nanoTime();
      CallbackReply reply = koo.handler.handle(request);
      return new Timed(reply, Duration.ofNanos(System.nanoTime() - begin));
    }

    void isSignedInTime() {
      assertThat(took).isLessThan(Duration.ofSeconds(2));
      assertThat(reply.headers().get("Body-Sign"))
          .containsExactly(BodySign.of(HmacKey.of(Signing.PRODUCTION_KEY), reply.body()));
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

  private static HandlerFixture impatient(OnboardingStore store, PartnerDecisions decisions) {
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

  /** Takes its time to refuse. */
  private static final class SoldOut implements PartnerDecisions {
    @Override
    public ResultCode canCreate(OrderKey order) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      return ResultCode.SOLD_OUT;
    }
  }

  /** Does not even listen to interruptions. */
  private static void awaitStubbornly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        // as if nothing had happened
      }
    }
  }

  private static final class Stuck implements PartnerDecisions {

    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public ResultCode canCreate(OrderKey order) {
      awaitStubbornly(release);
      return ResultCode.SUCCESS;
    }
  }

  /** Never answers one question and all others at once. */
  private static final class StuckAt implements PartnerDecisions {

    private final String question;
    private final Runnable obstacle;
    private final AtomicInteger asked = new AtomicInteger();

    StuckAt(String question, Runnable obstacle) {
      this.question = question;
      this.obstacle = obstacle;
    }

    private <T> T answer(String what, T answer) {
      if (what.equals(question)) {
        asked.incrementAndGet();
        obstacle.run();
      }
      return answer;
    }

    @Override
    public ResultCode canCreate(OrderKey order) {
      return answer("canCreate", ResultCode.SUCCESS);
    }

    @Override
    public boolean knows(InstanceId instance) {
      return answer("knows", false);
    }

    @Override
    public Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
      return answer("describe", Optional.of(suggested));
    }

    @Override
    public List<UsageReading> usage(InstanceId instance) {
      return answer("usage", List.of());
    }

    @Override
    public boolean mayChange(InstanceId instance, TargetProduct target) {
      return answer("mayChange", true);
    }
  }

  private static final class Throwing implements PartnerDecisions {
    @Override
    public ResultCode canCreate(OrderKey order) {
      throw new NoClassDefFoundError("CANARY");
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
