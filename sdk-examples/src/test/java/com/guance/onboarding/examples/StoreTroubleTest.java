package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.callback.CallbackHandler;
import com.guance.onboarding.huawei.callback.CallbackSettings;
import com.guance.onboarding.huawei.callback.HttpServerCallbacks;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.DatabaseServers;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.FaultySource;
import com.guance.onboarding.testkit.PartnerCallback;
import com.guance.onboarding.testkit.PartnerConnection;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What KooGallery is answered while the database has a bad hour, and what becomes of its order. */
final class StoreTroubleTest {

  private static final String DONE = "000000";
  private static final String NOT_NOW = "000005";
  private static final String KEY = "trouble-key";
  private static final Duration KOOGALLERY_REPEATS = Duration.ofHours(1);

  private final FaultySource source = new FaultySource(DatabaseServers.h2());
  private final JdbcStore store =
      JdbcStore.create(
          source.dataSource(),
          JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix()));

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of("nobody there", onCall("connect", "08001"), NOT_NOW),
        Arguments.of("disk full", onCall("_fact (", "53100"), NOT_NOW),
        Arguments.of("read-only", onCall("_fact (", "25006"), NOT_NOW),
        Arguments.of("deadlock victim, twice", twice("_fact (", "40P01"), DONE),
        Arguments.of("connection cut before the commit", cutInCommit(false), NOT_NOW),
        Arguments.of("connection cut after the commit", cutInCommit(true), NOT_NOW));
  }

  private static FaultySource.Fault onCall(String which, String state) {
    return (number, call, after) ->
        !after && call.contains(which) ? new SQLException("", state) : null;
  }

  private static FaultySource.Fault twice(String which, String state) {
    AtomicInteger left = new AtomicInteger(2);
    return (number, call, after) ->
        !after && call.contains(which) && left.getAndDecrement() > 0
            ? new SQLException("", state)
            : null;
  }

  private static FaultySource.Fault cutInCommit(boolean arrived) {
    return (number, call, after) ->
        call.equals("commit") && after == arrived ? new SQLException("", "08006") : null;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubles")
  void newInstance_inTrouble_isAcknowledgedOnlyWhenStored(
      String name, FaultySource.Fault trouble, String answer) throws Exception {
    try (OnboardingFlow flow =
            OnboardingFlow.builder()
                .store(store)
                .sealer(WorkerFlow.sealer())
                .callbacks(true)
                .build();
        CallbackHandler handler = handler(flow);
        Emulator emulator = Emulator.start()) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/koogallery", HttpServerCallbacks.of(handler, ids -> {}));
      server.start();
      try {
        connect(emulator, server.getAddress().getPort());
        source.arm(trouble);
        OrderKey order = emulator.buyer().purchase();
        source.disarm();
        assertThat(lastResult(emulator)).isEqualTo(answer);

        emulator.clock().advance(KOOGALLERY_REPEATS);
        assertThat(lastResult(emulator)).isEqualTo(DONE);
        assertThat(flow.find(new LookupKey.ByOrder(order))).hasSize(1);
      } finally {
        server.stop(0);
      }
    }
  }

  private static CallbackHandler handler(OnboardingFlow flow) {
    return CallbackHandler.builder(
            flow,
            CallbackSettings.builder()
                .addProductionKeys(Secret.of(KEY))
                .addSyncKeys(Secret.of(KEY))
                .entryAddress(URI.create("https://partner.example.com/"))
                .build())
        .build();
  }

  private static void connect(Emulator emulator, int port) {
    emulator
        .kooGallery()
        .connect(
            PartnerConnection.builder()
                .uri(URI.create("http://127.0.0.1:" + port))
                .productionKey(Secret.of(KEY))
                .syncKey(Secret.of(KEY))
                .callbacks(Set.of(PartnerCallback.NEW_INSTANCE))
                .playBuyer(false)
                .build());
  }

  private static String lastResult(Emulator emulator) {
    return String.valueOf(emulator.rows("callbacks").get(0).get("lastResult"));
  }
}
