package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.callback.CallbackHandler;
import com.guance.onboarding.huawei.callback.HttpServerCallbacks;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.DatabaseServers;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.Eventually;
import com.guance.onboarding.testkit.PartnerCallback;
import com.guance.onboarding.testkit.SettableClock;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same bytes reach another node: what one has stored, all know. */
final class TwoNodesReplayTest {

  private static final String DONE = "000000";
  private static final String REPLAYED = "000001";

  private final SettableClock clock = SettableClock.running();
  private final ConcurrentLinkedQueue<OnboardingId> first = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<OnboardingId> second = new ConcurrentLinkedQueue<>();

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of("H2", DatabaseServers.h2()),
        Arguments.of("PostgreSQL", DatabaseServers.postgres()),
        Arguments.of("MariaDB", DatabaseServers.mariaDb()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void sameBytes_atTheOtherNode_areAnsweredFromTheStoreAndAQuestionIsRefused(
      String database, DataSource source) throws Exception {
    JdbcSettings tables = JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix());
    try (Emulator emulator = Emulator.start(EmulatorSettings.builder().clock(clock).build());
        OnboardingFlow one = flow(JdbcStore.create(source, tables));
        OnboardingFlow other = flow(JdbcStore.create(source, tables));
        CallbackHandler node = CallbackNode.handler(one);
        CallbackHandler otherNode = CallbackNode.handler(other)) {
      HttpServer server =
          CallbackNode.serve(
              inTurn(
                  HttpServerCallbacks.of(node, first::addAll),
                  HttpServerCallbacks.of(otherNode, second::addAll)));
      try {
        CallbackNode.connect(
            emulator,
            server,
            EnumSet.of(PartnerCallback.NEW_INSTANCE, PartnerCallback.QUERY_INSTANCE));
        emulator.fault("callback-replay", 1, "newInstance");
        emulator.fault("callback-replay", 1, "queryInstance");
        OrderKey order = emulator.buyer().purchase();

        Map<String, @Nullable Object> purchase = callback(emulator, "newInstance");
        assertThat(purchase)
            .containsEntry("lastResult", DONE)
            .containsEntry("repeatedResult", DONE);
        Map<String, @Nullable Object> question = callback(emulator, "queryInstance");
        assertThat(question)
            .containsEntry("lastResult", DONE)
            .containsEntry("repeatedResult", REPLAYED);
        List<OnboardingId> opened =
            other.find(new LookupKey.ByOrder(order)).stream().map(found -> found.id()).toList();
        assertThat(opened).hasSize(1);
        assertThat(first).as("went on at the first node").containsExactlyElementsOf(opened);
        assertThat(second).as("went on at the other").isEmpty();
      } finally {
        server.stop(0);
      }
    }
  }

  private OnboardingFlow flow(JdbcStore store) {
    return OnboardingFlow.builder()
        .store(store)
        .sealer(WorkerFlow.sealer())
        .clock(clock)
        .callbacks(true)
        .build();
  }

  /** Gives each call to the other handler than the one before, as a balancer does. */
  private static HttpHandler inTurn(HttpHandler one, HttpHandler other) {
    AtomicInteger calls = new AtomicInteger();
    return exchange -> (calls.getAndIncrement() % 2 == 0 ? one : other).handle(exchange);
  }

  /** The call of a kind, once it has been answered twice. */
  private static Map<String, @Nullable Object> callback(Emulator emulator, String activity) {
    Eventually.holds(
        activity + " twice",
        () ->
            oldest(emulator, activity).get("repeatedResult") != null
                && oldest(emulator, activity).get("lastResult") != null);
    return oldest(emulator, activity);
  }

  private static Map<String, @Nullable Object> oldest(Emulator emulator, String activity) {
    return emulator.rows("callbacks").stream()
        .filter(row -> activity.equals(row.get("activity")))
        .findFirst()
        .orElseThrow();
  }
}
