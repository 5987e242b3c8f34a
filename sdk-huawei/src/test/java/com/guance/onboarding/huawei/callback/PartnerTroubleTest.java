package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The partner's code misbehaves; KooGallery does not notice, or is told to repeat. */
@Timeout(60)
class PartnerTroubleTest {

  @Test
  void newInstance_partnerBlocksForEver_isStoredAndAnsweredInTime() {
    try (HandlerFixture koo = HandlerFixture.impatient(InMemoryStore.create(), new Blocking())) {
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
    try (HandlerFixture koo = HandlerFixture.impatient(InMemoryStore.create(), new Throwing())) {
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
        TimedReply timed =
            TimedReply.of(koo, koo.newInstance(new OrderKey("CS" + i, "1"), "b-" + i));
        timed.isSignedInTime();
        assertThat(HandlerFixture.code(timed.reply())).isEqualTo("000000");
      }
      stuck.release.countDown();
    }
  }

  @Test
  void defaults_partnerBlocksAndStoreHangs_areAnsweredWithinTwoSeconds() {
    FragileStore fragile = new FragileStore(InMemoryStore.create());
    CountDownLatch never = new CountDownLatch(1);
    try (HandlerFixture koo =
        new HandlerFixture(fragile.store(), new Blocking(), settings -> settings, flow -> flow)) {
      inTimeOnceInThree(koo, "000000"); // the partner blocks until there is an instance
      fragile.fault = () -> Waits.awaitStubbornly(never);
      inTimeOnceInThree(koo, "000005");
      fragile.fault = () -> {};
      never.countDown();
    }
  }

  /** A busy machine may pause between the deadline and the answer, though not three times. */
  private static void inTimeOnceInThree(HandlerFixture koo, String code) {
    TimedReply timed = TimedReply.of(koo, koo.newInstance("b-1"));
    for (int i = 0; i < 2 && timed.took().compareTo(Duration.ofSeconds(2)) >= 0; i++) {
      timed = TimedReply.of(koo, koo.newInstance("b-1"));
    }
    timed.isSignedInTime();
    assertThat(HandlerFixture.code(timed.reply())).isEqualTo(code);
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
          new StuckAt(
              question, stubborn ? () -> Waits.awaitStubbornly(never) : () -> Waits.await(never));
      try (HandlerFixture koo = HandlerFixture.impatient(InMemoryStore.create(), partner)) {
        if (!question.equals("canCreate")) {
          koo.answer(koo.newInstance("b-1"));
        }
        for (int i = 0; i < 2; i++) {
          TimedReply timed = TimedReply.of(koo, asking(question, koo));
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

  /** Waits until it is interrupted. */
  private static final class Blocking implements PartnerDecisions {
    @Override
    public ResultCode canCreate(OrderKey order) {
      Waits.await(new CountDownLatch(1));
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

  private static final class Stuck implements PartnerDecisions {

    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public ResultCode canCreate(OrderKey order) {
      Waits.awaitStubbornly(release);
      return ResultCode.SUCCESS;
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
