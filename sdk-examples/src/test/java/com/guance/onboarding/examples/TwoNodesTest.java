package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.OnboardingListener;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.DatabaseServers;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.RemoteCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two nodes over one database work on the same onboarding at one time. */
final class TwoNodesTest {

  private static final int THREADS = 16;
  private static final Duration CALL_TIME = Duration.ofMillis(200);
  private static final Duration INTERVAL = Duration.ofDays(2);

  private final JdbcSettings tables =
      JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix());

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of("H2", DatabaseServers.h2()),
        Arguments.of("PostgreSQL", DatabaseServers.postgres()),
        Arguments.of("MariaDB", DatabaseServers.mariaDb()));
  }

  private OnboardingFlow node(Journey journey, OnboardingFlowBuilder builder, DataSource source) {
    return journey.newFlow(builder.sealer(WorkerFlow.sealer()), JdbcStore.create(source, tables));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void advance_fromSixteenThreadsOfTwoNodesWithoutKeys_makesEachCallOnce(
      String database, DataSource source) throws Exception {
    EmulatorSettings slow =
        EmulatorSettings.builder().idempotencyKeys(false).callTime(CALL_TIME).build();
    try (Journey journey = new Journey(Hands.GATEWAYS, slow);
        OnboardingFlow one = node(journey, OnboardingFlow.builder(), source);
        OnboardingFlow other = node(journey, OnboardingFlow.builder(), source)) {
      OnboardingId id =
          one.begin(DemoWorld.prepare(journey.emulator, journey.request, Branch.REGISTER));

      List<Progress> ends =
          atOnce(
              List.of(
                  () -> one.advance(id, journey::answer),
                  () -> other.advance(id, journey::answer)));

      assertThat(ends).hasSize(THREADS).doesNotContainNull();
      journey.emulator.buyer().connect(other::record); // people say it where it is known
      journey.emulator.buyer().tie(id, journey.request.order());
      assertThat(journey.toTheEnd(other, id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.emulator.callLog())
          .extracting(RemoteCall::operation)
          .containsExactlyElementsOf(RemoteCalls.of(Branch.REGISTER));
      assertThat(journey.emulator.mail().mails()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void resumeDue_onTwoNodesAtOnce_remindsOfEachTaskOnceInAnInterval(
      String database, DataSource source) throws Exception {
    Set<String> events = ConcurrentHashMap.newKeySet();
    OnboardingListener ears =
        new OnboardingListener() {
          @Override
          public void taskReminded(String eventId, PersonTask task) {
            events.add(eventId);
          }
        };
    try (Journey journey = new Journey(Hands.PEOPLE);
        OnboardingFlow one = node(journey, reminding(ears), source);
        OnboardingFlow other = node(journey, reminding(ears), source)) {
      OnboardingId id =
          one.begin(DemoWorld.prepare(journey.emulator, journey.request, Branch.REGISTER));
      int open = ((Progress.Waiting) one.advance(id)).tasks().size();
      assertThat(open).isPositive();

      for (int interval = 1; interval <= 3; interval++) {
        journey.emulator.clock().advance(INTERVAL);
        atOnce(List.of(() -> one.resumeDue(10), () -> other.resumeDue(10)));
        assertThat(events).as("after %s intervals", interval).hasSize(interval * open);
        assertThat(one.resumeDue(10) + other.resumeDue(10)).as("nothing is left").isZero();
      }
    }
  }

  private static OnboardingFlowBuilder reminding(OnboardingListener ears) {
    return OnboardingFlow.builder().listener(ears).remindAfter(INTERVAL);
  }

  /** Lets threads go at the same time, each with the next of the calls. */
  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Callable<T> call = calls.get(i % calls.size());
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<T> ends = new ArrayList<>();
      for (Future<T> end : running) {
        ends.add(end.get());
      }
      return ends;
    } finally {
      threads.shutdownNow();
    }
  }
}
