package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty threads on one key through the client itself, with the deadline that it has unless set. */
final class FiftyThreadsTest {

  private static final int THREADS = 50;

  private final StubServer guance = new StubServer();
  private final VirtualTime time = new VirtualTime(THREADS);
  private final GuanceOpenApi api =
      GuanceOpenApi.connect(
          OpenApiSettings.builder()
              .http(HttpSettings.builder().baseUrl(guance.address()).build())
              .key(() -> Secret.of("wsak_1"))
              .build(),
          TransportRuntime.builder().clock(time).sleeper(time).build());

  @AfterEach
  void close() {
    api.close();
    guance.close();
  }

  @Test
  void workspace_calledWithoutAPauseForTwoMinutes_keepsTheRateLosesNoneAndIsFair()
      throws Exception {
    guance.answer(200, Fixtures.read("workspace"));
    long begin = time.millis();
    long end = begin + Duration.ofMinutes(2).toMillis();

    List<List<Long>> perThread = run(() -> callUntil(end));

    List<Long> all = new ArrayList<>();
    perThread.forEach(all::addAll);
    Collections.sort(all);
    assertThat(all.stream().filter(at -> at < end)).hasSize(40);
    for (int i = 20; i < all.size(); i++) {
      assertThat(all.get(i) - all.get(i - 20)).isGreaterThan(60_000);
    }
    // The first twenty go to whoever comes first; from then on all fifty wait in turn.
    assertThat(perThread)
        .allSatisfy(sent -> assertThat(sent).filteredOn(at -> at > begin).hasSizeBetween(1, 2));
  }

  /** Any call that is lost fails the test. */
  private List<Long> callUntil(long end) {
    List<Long> sent = new ArrayList<>();
    try {
      while (time.millis() < end) {
        assertThat(api.workspace().name()).isPresent();
        sent.add(time.millis());
      }
    } finally {
      time.leave();
    }
    return sent;
  }

  private static List<List<Long>> run(Callable<List<Long>> thread) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<List<Long>> results = new ArrayList<>();
      for (Future<List<Long>> result :
          pool.invokeAll(Collections.nCopies(THREADS, thread), 60, TimeUnit.SECONDS)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
