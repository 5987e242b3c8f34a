package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Explanation;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.callback.CallbackHandler;
import com.guance.onboarding.huawei.callback.HttpServerCallbacks;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.Buyer;
import com.guance.onboarding.testkit.DatabaseServers;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.Eventually;
import com.guance.onboarding.testkit.FaultySource;
import com.guance.onboarding.testkit.PartnerCallback;
import com.sun.net.httpserver.HttpServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What KooGallery is answered while the database has a bad hour, and what becomes of its order. */
final class StoreTroubleTest {

  private static final String DONE = "000000";
  private static final String NOT_NOW = "000005";
  private static final Duration KOOGALLERY_REPEATS = Duration.ofHours(1);

  private final FaultySource source = new FaultySource(DatabaseServers.h2());
  private final JdbcStore store =
      JdbcStore.create(
          source.dataSource(),
          JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix()));

  /** What goes wrong. */
  private enum Trouble {
    NOBODY_THERE(NOT_NOW),
    DISK_FULL(NOT_NOW),
    READ_ONLY(NOT_NOW),
    DEADLOCK_VICTIM_TWICE(DONE),
    CUT_BEFORE_THE_COMMIT(NOT_NOW),
    CUT_AFTER_THE_COMMIT(NOT_NOW);

    private final String answer;

    Trouble(String answer) {
      this.answer = answer;
    }

    /** Made anew for each call, because one of them counts. */
    FaultySource.Fault fault() {
      return switch (this) {
        case NOBODY_THERE -> onCall("connect", "08001");
        case DISK_FULL -> onCall("_fact (", "53100");
        case READ_ONLY -> onCall("_fact (", "25006");
        case DEADLOCK_VICTIM_TWICE -> twice("_fact (", "40P01");
        case CUT_BEFORE_THE_COMMIT -> cutInCommit(false);
        case CUT_AFTER_THE_COMMIT -> cutInCommit(true);
      };
    }
  }

  /** What somebody does that KooGallery tells the partner about. */
  private enum Act {
    NEW_INSTANCE(PartnerCallback.NEW_INSTANCE),
    FREEZE(PartnerCallback.UPDATE_INSTANCE_STATUS),
    TENANT_SYNC(PartnerCallback.TENANT_SYNC),
    AUTH_SYNC(PartnerCallback.AUTH_SYNC);

    private final PartnerCallback callback;

    Act(PartnerCallback callback) {
      this.callback = callback;
    }
  }

  static Stream<Arguments> troublesOfEachCall() {
    return Stream.of(Act.values())
        .flatMap(act -> Stream.of(Trouble.values()).map(trouble -> Arguments.of(act, trouble)));
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

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("troublesOfEachCall")
  void call_inTrouble_isAcknowledgedOnlyWhenStoredAndStoredOnce(Act act, Trouble trouble)
      throws Exception {
    try (OnboardingFlow flow =
            OnboardingFlow.builder()
                .store(store)
                .sealer(WorkerFlow.sealer())
                .callbacks(true)
                .build();
        CallbackHandler handler = CallbackNode.handler(flow);
        Emulator emulator = Emulator.start()) {
      HttpServer server = CallbackNode.serve(HttpServerCallbacks.of(handler, ids -> {}));
      try {
        CallbackNode.connect(
            emulator, server, EnumSet.of(PartnerCallback.NEW_INSTANCE, act.callback));
        OrderKey calm = perform(emulator, act, "calm", () -> {});
        answered(emulator, act);
        List<String> stored = stored(flow, calm, act);

        OrderKey order = perform(emulator, act, "rough", () -> source.arm(trouble.fault()));
        answered(emulator, act);
        source.disarm();
        assertThat(lastResult(emulator, act)).isEqualTo(trouble.answer);
        if (trouble.answer.equals(DONE)) {
          assertThat(stored(flow, order, act)).isEqualTo(stored);
        } else if (trouble != Trouble.CUT_AFTER_THE_COMMIT) {
          assertThat(stored(flow, order, act)).as("nothing of it").isNotEqualTo(stored);
        }

        emulator.clock().advance(KOOGALLERY_REPEATS);
        assertThat(lastResult(emulator, act)).isEqualTo(DONE);
        assertThat(stored(flow, order, act)).as("all of it, once").isEqualTo(stored);
      } finally {
        server.stop(0);
      }
    }
  }

  /** Does what comes before the act, then the act itself in the trouble. */
  private static OrderKey perform(Emulator emulator, Act act, String name, Runnable trouble) {
    Buyer buyer = emulator.buyer();
    if (act == Act.NEW_INSTANCE) {
      trouble.run();
      return buyer.purchase();
    }
    OrderKey order = buyer.purchase();
    if (act == Act.FREEZE) {
      trouble.run();
      buyer.subscriptions().freeze(order);
      return order;
    }
    TenantId organization = buyer.createOrganization(name, name);
    buyer.addMember(organization, "Wendy");
    if (act == Act.TENANT_SYNC) {
      trouble.run();
      buyer.bind(order, organization);
      return order;
    }
    buyer.bind(order, organization);
    trouble.run();
    buyer.authorize(order, "Wendy");
    return order;
  }

  /** authSync comes by itself, soon after the act. */
  private static void answered(Emulator emulator, Act act) {
    Eventually.holds("answered", () -> !lastResult(emulator, act).equals("null"));
  }

  /**
   * What the onboarding of an order knows; nothing while there is none. A freeze that is told again
   * carries a new time and is a reading of its own, so there it does not matter how often.
   */
  private static List<String> stored(OnboardingFlow flow, OrderKey order, Act act) {
    Stream<String> all =
        flow.find(new LookupKey.ByOrder(order)).stream()
            .flatMap(one -> flow.explain(one.id()).history().stream())
            .map(Explanation.Entry::what);
    return (act == Act.FREEZE ? all.distinct() : all).sorted().toList();
  }

  /** How the newest call of the kind fared. */
  private static String lastResult(Emulator emulator, Act act) {
    return emulator.rows("callbacks").stream()
        .filter(row -> act.callback.wireName().equals(row.get("activity")))
        .reduce((one, newer) -> newer)
        .map(row -> String.valueOf(row.get("lastResult")))
        .orElseThrow();
  }
}
