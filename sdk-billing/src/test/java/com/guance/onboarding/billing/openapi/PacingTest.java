package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PacingTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration PATIENT = Duration.ofHours(1);

  private final Pacing pacing = Pacing.documented();

  @Test
  void await_fiftyThreadsOnOneKeyForTwoMinutes_keepsTheRateLosesNoneAndIsFair() throws Exception {
    VirtualTime time = new VirtualTime(50);
    long begin = time.millis();
    long end = begin + Duration.ofMinutes(3).toMillis();
    Pacing.Caller caller = caller("key", Optional.empty());
    useUp(caller, time);
    List<Callable<List<Long>>> threads = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      threads.add(
          () -> {
            List<Long> sent = new ArrayList<>();
            while (time.millis() < end) {
              assertThat(pacing.await(caller, PATIENT, time, time)).isZero();
              sent.add(time.millis());
            }
            time.leave();
            return sent;
          });
    }
    List<List<Long>> perThread = run(threads);
    List<Long> all = sorted(perThread);
    assertThat(all.get(0)).isEqualTo(begin + 61_000);
    assertThat(mostWithin(all, MINUTE)).isEqualTo(20);
    assertThat(all.stream().filter(at -> at < end).count()).isEqualTo(40);
    assertThat(perThread).allSatisfy(sent -> assertThat(sent.size()).isBetween(1, 2));
  }

  @Test
  void await_everybodyWantsThreeCalls_nobodyGetsASecondBeforeAllHadOne() throws Exception {
    VirtualTime time = new VirtualTime(40);
    Pacing.Caller caller = caller("key", Optional.empty());
    useUp(caller, time);
    List<Callable<List<Long>>> threads = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      threads.add(
          () -> {
            List<Long> sent = new ArrayList<>();
            for (int call = 0; call < 3; call++) {
              assertThat(pacing.await(caller, PATIENT, time, time)).isZero();
              sent.add(time.millis());
            }
            time.leave();
            return sent;
          });
    }
    List<List<Long>> perThread = run(threads);
    assertThat(sorted(perThread)).hasSize(120);
    assertThat(mostWithin(sorted(perThread), MINUTE)).isLessThanOrEqualTo(20);
    for (int call = 1; call < 3; call++) {
      assertThat(earliest(perThread, call)).isGreaterThanOrEqualTo(latest(perThread, call - 1));
    }
  }

  @Test
  void await_manyKeysOfOneWorkspace_keepsTheWorkspacesLimit() throws Exception {
    VirtualTime time = new VirtualTime(300);
    WorkspaceId workspace = new WorkspaceId("wksp_1");
    List<Callable<List<Long>>> threads = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Pacing.Caller caller = caller("key" + i % 15, Optional.of(workspace));
      threads.add(
          () -> {
            assertThat(pacing.await(caller, PATIENT, time, time)).isZero();
            List<Long> sent = List.of(time.millis());
            time.leave();
            return sent;
          });
    }
    List<Long> all = sorted(run(threads));
    assertThat(all).hasSize(300);
    assertThat(mostWithin(all, MINUTE)).isEqualTo(200);
  }

  @Test
  void await_turnComesTooLate_saysHowLongWithoutWaiting() throws Exception {
    VirtualTime time = new VirtualTime(1);
    Pacing.Caller caller = caller("key", Optional.empty());
    useUp(caller, time);
    long before = time.millis();
    assertThat(pacing.await(caller, Duration.ofSeconds(30), time, time))
        .isEqualTo(Duration.ofSeconds(61));
    assertThat(time.millis()).isEqualTo(before);
    assertThat(pacing.await(caller("other", Optional.empty()), Duration.ZERO, time, time)).isZero();
  }

  @Test
  void rest_afterThrottling_everyoneWithTheKeyWaits() throws Exception {
    VirtualTime time = new VirtualTime(1);
    Pacing.Caller caller = caller("key", Optional.empty());
    pacing.rest(caller, false, Duration.ofSeconds(20), time);
    long before = time.millis();
    assertThat(pacing.await(caller, PATIENT, time, time)).isZero();
    assertThat(time.millis() - before).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({"true, 20000", "false, 0"})
  void rest_withTwoKeysOfOneWorkspace_theOtherWaitsForTheWorkspacesLimitOnly(
      boolean wholeWorkspace, long waited) throws Exception {
    VirtualTime time = new VirtualTime(1);
    Optional<WorkspaceId> workspace = Optional.of(new WorkspaceId("wksp_1"));
    pacing.rest(caller("key", workspace), wholeWorkspace, Duration.ofSeconds(20), time);
    long before = time.millis();
    assertThat(pacing.await(caller("other", workspace), PATIENT, time, time)).isZero();
    assertThat(time.millis() - before).isEqualTo(waited);
    assertThat(pacing.await(caller("key", workspace), PATIENT, time, time)).isZero();
    assertThat(time.millis() - before).isEqualTo(20_000);
  }

  @Test
  void rest_workspaceOfTheCallerIsNotKnown_restsTheKey() throws Exception {
    VirtualTime time = new VirtualTime(1);
    Pacing.Caller caller = caller("key", Optional.empty());
    pacing.rest(caller, true, Duration.ofSeconds(20), time);
    long before = time.millis();
    assertThat(pacing.await(caller, PATIENT, time, time)).isZero();
    assertThat(time.millis() - before).isEqualTo(20_000);
  }

  @Test
  void await_interrupted_leavesTheOthersTheirTurns() throws Exception {
    VirtualTime time = new VirtualTime(1);
    Pacing.Caller caller = caller("key", Optional.empty());
    useUp(caller, time);
    assertThatThrownBy(
            () ->
                pacing.await(
                    caller,
                    PATIENT,
                    time,
                    ignored -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(pacing.await(caller, PATIENT, time, time)).isZero();
  }

  @Test
  void of_noCalls_isRefused() {
    assertThatThrownBy(() -> Pacing.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** From now on nobody can go at once, so that all have to queue. */
  private void useUp(Pacing.Caller caller, VirtualTime time) throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      assertThat(pacing.await(caller, Duration.ZERO, time, time)).isZero();
    }
  }

  private static long earliest(List<List<Long>> perThread, int call) {
    return perThread.stream().mapToLong(sent -> sent.get(call)).min().orElseThrow();
  }

  private static long latest(List<List<Long>> perThread, int call) {
    return perThread.stream().mapToLong(sent -> sent.get(call)).max().orElseThrow();
  }

  private static Pacing.Caller caller(String key, Optional<WorkspaceId> workspace) {
    return new Pacing.Caller(Secret.of(key), workspace);
  }

  private static List<List<Long>> run(List<Callable<List<Long>>> threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads.size());
    try {
      List<List<Long>> results = new ArrayList<>();
      for (Future<List<Long>> result : pool.invokeAll(threads, 60, TimeUnit.SECONDS)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Long> sorted(List<List<Long>> perThread) {
    List<Long> all = new ArrayList<>();
    perThread.forEach(all::addAll);
    Collections.sort(all);
    return all;
  }

  /** The most calls in any window of this length, whatever its beginning. */
  private static int mostWithin(List<Long> sorted, Duration window) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= window.toMillis()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
