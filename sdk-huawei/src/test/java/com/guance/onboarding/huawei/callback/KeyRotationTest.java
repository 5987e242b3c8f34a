package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A key is exchanged as it is in life: the partner accepts both, KooGallery signs with the new one,
 * what was signed with the old one runs out, the partner drops the old one. Calls never stop.
 */
@Timeout(60)
class KeyRotationTest {

  private static final int SENDERS = 8;
  private static final int CALLS_PER_STEP = 200;
  private static final Secret OLD = Secret.of("the-old-key");
  private static final Secret NEW = Secret.of("the-new-key");

  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .clock(Clock.fixed(Signing.NOW, ZoneOffset.UTC))
          .callbacks(true)
          .build();
  private final AtomicInteger nonces = new AtomicInteger();
  private final Semaphore answered = new Semaphore(0);
  private final ReadWriteLock inFlight = new ReentrantReadWriteLock(true);
  private final Map<String, AtomicInteger> served = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  private volatile Partner partner = partner("old", OLD);
  private volatile Secret signsWith = OLD;
  private volatile boolean done;

  /**
   * The partner's side at one time.
   *
   * @param name which keys it knows
   * @param handler answers
   */
  private record Partner(String name, CallbackHandler handler) {}

  private Partner partner(String name, Secret... keys) {
    return new Partner(
        name,
        CallbackHandler.builder(
                flow,
                CallbackSettings.builder()
                    .addProductionKeys(keys)
                    .addSyncKeys(keys)
                    .entryAddress(URI.create("https://app.example.com"))
                    .clock(Clock.fixed(Signing.NOW, ZoneOffset.UTC))
                    .build())
            .build());
  }

  private void call() {
    inFlight.readLock().lock();
    try {
      Secret key = signsWith;
      Partner now = partner;
      int number = nonces.incrementAndGet();
      Channel channel = number % 2 == 0 ? Channel.PRODUCTION : Channel.SYNCHRONIZATION;
      CallbackReply reply = now.handler().handle(request(channel, key, number));
      String expected = BodySign.of(HmacKey.of(key), AnswerBody.of(ResultCode.SUCCESS));
      if (!List.of(expected).equals(reply.headers().get("Body-Sign"))) {
        wrong.add(now.name() + " answered " + HandlerFixture.code(reply));
      }
      served
          .computeIfAbsent(
              channel + " " + now.name() + "/" + (key.equals(OLD) ? "old" : "new"),
              first -> new AtomicInteger())
          .incrementAndGet();
    } finally {
      inFlight.readLock().unlock();
      answered.release();
    }
  }

  private static CallbackRequest request(Channel channel, Secret key, int number) {
    String nonce = String.format("%032d", number);
    return channel == Channel.PRODUCTION
        ? Signing.production(
            key,
            nonce,
            Long.toString(Signing.NOW.toEpochMilli()),
            "{\"activity\":\"orderNotify\",\"orderId\":\"CS1\",\"orderLineId\":\"1\"}")
        : Signing.sync(
            key,
            nonce,
            "allOrgSync",
            "{\"instanceId\":\"\",\"orgInfoList\":[],\"tenantId\":\"tenant-1\",\"testFlag\":1}");
  }

  private void letCallsPass() throws InterruptedException {
    answered.drainPermits();
    assertThat(answered.tryAcquire(CALLS_PER_STEP, 30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void key_exchangedUnderLoad_refusesNobody() throws Exception {
    Partner old = partner;
    Partner both = partner("both", OLD, NEW);
    Partner next = partner("new", NEW);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      running.add(
          senders.submit(
              () -> {
                while (!done) {
                  call();
                }
              }));
    }
    letCallsPass();
    partner = both;
    letCallsPass();
    signsWith = NEW;
    inFlight.writeLock().lock(); // what was signed with the old key has arrived
    try {
      assertThat(wrong).isEmpty();
    } finally {
      inFlight.writeLock().unlock();
    }
    letCallsPass();
    partner = next;
    letCallsPass();
    done = true;
    for (Future<?> sender : running) {
      sender.get(30, TimeUnit.SECONDS);
    }
    senders.shutdown();

    assertThat(wrong).isEmpty();
    for (Channel channel : Channel.values()) {
      assertThat(served)
          .containsKeys(
              channel + " old/old",
              channel + " both/old",
              channel + " both/new",
              channel + " new/new")
          .doesNotContainKeys(channel + " old/new", channel + " new/old");
    }
    List.of(old, both, next).forEach(one -> one.handler().close());
    flow.close();
  }
}
