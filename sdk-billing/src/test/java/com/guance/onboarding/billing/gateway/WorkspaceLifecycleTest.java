package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.GatewayServer.TERMS;
import static com.guance.onboarding.billing.gateway.GatewayServer.WORKSPACE;
import static com.guance.onboarding.billing.gateway.GatewayServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.billing.gateway.WorkspaceLife.Lock;
import com.guance.onboarding.billing.gateway.WorkspaceLife.Plan;
import com.guance.onboarding.billing.gateway.WorkspaceLife.Settlement;
import com.guance.onboarding.billing.gateway.WorkspaceLifecycle.HuaweiPayer;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.LifecycleRules;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace after its onboarding, by the client against the emulator. */
class WorkspaceLifecycleTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");
  private static final Duration DAY = Duration.ofDays(1);

  private final Emulator emulator = Emulator.start();
  private final BillingCenterGateway gateway = connect(emulator);
  private final WorkspaceLifecycle lifecycle = gateway.lifecycle();
  private final BillingAccountId account =
      emulator.given().billingAccount(BUYER, "gcy-wendy", "wendy@example.com", "GCY Ltd");
  private final WorkspaceId workspace = emulator.given().workspace(account, "gcy", "zh", "cn4");
  private final OrderKey order = emulator.buyer().purchase(BUYER);
  private final HuaweiPayer payer = payer(BUYER, 0);

  @AfterEach
  void end() {
    gateway.close();
    emulator.close();
  }

  private static BillingCenterGateway connect(Emulator emulator) {
    return BillingCenterGateway.connect(
        BillingCenterSettings.builder().baseUrl(emulator.billingCenterUri()).build(),
        TransportRuntime.builder()
            .clock(emulator.clock())
            .sleeper(emulator.clock().sleeper())
            .build());
  }

  private HuaweiPayer payer(HuaweiAccountId buyer, int orderNumber) {
    return new HuaweiPayer(
        buyer,
        new InstanceId(String.valueOf(emulator.rows("orders").get(orderNumber).get("instanceId"))));
  }

  private void bind() {
    emulator.buyer().guance().bindWorkspace(workspace, order);
  }

  private static RemoteException refused(Runnable change) {
    return catchThrowableOfType(RemoteException.class, change::run);
  }

  @Test
  void read_ofABoundWorkspace_tellsWhoPays() {
    assertThat(lifecycle.read(workspace).plan()).isEqualTo(Plan.FREE);
    assertThat(lifecycle.read(workspace).settlement()).isEmpty();

    bind();

    WorkspaceLife life = lifecycle.read(workspace);
    assertThat(life.plan()).isEqualTo(Plan.COMMERCIAL);
    assertThat(life.account()).contains(account);
    Settlement settlement = life.settlement().orElseThrow();
    assertThat(settlement.kind()).isEqualTo(Settlement.Kind.HUAWEI_CLOUD);
    assertThat(settlement.huaweiAccount()).contains(BUYER);
    assertThat(settlement.instance()).contains(payer.instance());
    assertThat(life.lock()).isEmpty();
  }

  @Test
  void settle_twiceInAMonth_namesTheDateFromWhichItIsAllowed() {
    bind();
    Instant first = emulator.clock().instant();
    lifecycle.settleThroughBillingCenter(workspace, account, "to-billing-center");

    RemoteException refused =
        refused(
            () -> lifecycle.settleThroughHuaweiCloud(workspace, account, payer, "back-too-early"));

    assertThat(LifecycleRefusal.of(refused)).isEqualTo(LifecycleRefusal.SECOND_CHANGE_IN_A_MONTH);
    Instant from = ((ConflictException) refused).allowedFrom().orElseThrow();
    assertThat(lifecycle.read(workspace).settlementChangeableFrom()).contains(from);
    emulator.clock().advance(Duration.between(first, from));
    assertThat(
            lifecycle
                .settleThroughHuaweiCloud(workspace, account, payer, "back")
                .settlement()
                .orElseThrow()
                .instance())
        .contains(payer.instance());
  }

  @Test
  void settle_throughAnotherCloudAccount_isRefusedWhileTheFirstIsSubscribed() {
    bind();
    HuaweiAccountId other = new HuaweiAccountId("buyer-2");
    emulator.buyer().purchase(other);
    HuaweiPayer theirs = payer(other, 1);

    assertThat(
            LifecycleRefusal.of(
                refused(
                    () ->
                        lifecycle.settleThroughHuaweiCloud(workspace, account, theirs, "swap-1"))))
        .isEqualTo(LifecycleRefusal.CLOUD_ACCOUNT_SUBSCRIBED);
    HuaweiPayer mixed = new HuaweiPayer(BUYER, theirs.instance());
    assertThat(
            LifecycleRefusal.of(
                refused(
                    () -> lifecycle.settleThroughHuaweiCloud(workspace, account, mixed, "swap-2"))))
        .isEqualTo(LifecycleRefusal.WRONG_INSTANCE);
  }

  @Test
  void unlock_untilTheLastMomentOfDayFourteen_works_andNotAfterIt() {
    bind();
    Instant closed = emulator.clock().instant();
    emulator.buyer().subscriptions().close(order);
    Lock lock = lifecycle.read(workspace).lock().orElseThrow();
    assertThat(lock)
        .isEqualTo(
            new Lock(Lock.Reason.HUAWEI_GOODS_CLOSED, closed, closed.plus(DAY.multipliedBy(14))));
    assertThat(lock.left(closed.plus(DAY.multipliedBy(13)))).isEqualTo(DAY);

    emulator.clock().advance(DAY.multipliedBy(14).minusMillis(1));
    WorkspaceLife unlocked = lifecycle.unlock(workspace, "unlock");
    assertThat(unlocked.lock()).isEmpty();
    assertThat(unlocked.settlement().orElseThrow().kind())
        .isEqualTo(Settlement.Kind.BILLING_CENTER);
    assertThat(unlocked.settlementChangeableFrom()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15})
  void unlock_fromDayFourteenOn_isTooLate(int days) {
    bind();
    emulator.buyer().guance().installDataKit(workspace, "ecs-1");
    emulator.buyer().subscriptions().close(order);
    emulator.clock().advance(DAY.multipliedBy(13));
    assertThat(gateway.firstDataKitHost(workspace)).contains("ecs-1");
    emulator.clock().advance(DAY.multipliedBy(days - 13L));

    assertThat(LifecycleRefusal.of(refused(() -> lifecycle.unlock(workspace, "unlock"))))
        .isEqualTo(LifecycleRefusal.COUNTDOWN_OVER);
    assertThat(gateway.firstDataKitHost(workspace)).isEmpty();
    assertThat(lifecycle.read(workspace).lock().orElseThrow().left(emulator.clock().instant()))
        .isZero();
  }

  @Test
  void upgradeForGood_ofAFreeWorkspace_isCommercialAndHidesWhatIsOlder() {
    emulator.given().dataKit(workspace, "ecs-1");
    emulator.clock().advance(DAY);

    WorkspaceLife upgraded =
        lifecycle.DANGEROUS_upgradeForGood(workspace, account, TERMS, "upgrade");

    assertThat(upgraded.plan()).isEqualTo(Plan.COMMERCIAL);
    assertThat(upgraded.dataVisibleFrom()).contains(emulator.clock().instant());
    assertThat(gateway.firstDataKitHost(workspace)).isEmpty();
  }

  @Test
  void upgradeForGood_ofACommercialWorkspace_isRefused() {
    lifecycle.DANGEROUS_upgradeForGood(workspace, account, TERMS, "upgrade");

    RemoteException again =
        refused(() -> lifecycle.DANGEROUS_upgradeForGood(workspace, account, TERMS, "again"));
    assertThat(LifecycleRefusal.of(again)).isEqualTo(LifecycleRefusal.ALREADY_COMMERCIAL);
    assertThat(lifecycle.read(workspace).plan()).isEqualTo(Plan.COMMERCIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "duplicate", "error-500"})
  void everyChange_whoseAnswerIsLost_happensOnce(String fault) {
    emulator.fault(fault, 1, "upgradeWorkspace");
    WorkspaceLife upgraded =
        lifecycle.DANGEROUS_upgradeForGood(workspace, account, TERMS, "upgrade");
    Instant visible = upgraded.dataVisibleFrom().orElseThrow();
    emulator.clock().advance(DAY);
    assertThat(lifecycle.DANGEROUS_upgradeForGood(workspace, account, TERMS, "upgrade"))
        .isEqualTo(upgraded);
    assertThat(lifecycle.read(workspace).dataVisibleFrom()).contains(visible);

    emulator.fault(fault, 1, "changeSettlement");
    WorkspaceLife changed =
        lifecycle.settleThroughHuaweiCloud(workspace, account, payer, "to-huawei");
    emulator.clock().advance(DAY);
    assertThat(lifecycle.settleThroughHuaweiCloud(workspace, account, payer, "to-huawei"))
        .isEqualTo(changed);
    assertThat(lifecycle.read(workspace)).isEqualTo(changed);

    emulator.buyer().subscriptions().close(order);
    emulator.fault(fault, 1, "unlockWorkspace");
    WorkspaceLife unlocked = lifecycle.unlock(workspace, "unlock-1");
    assertThat(lifecycle.unlock(workspace, "unlock-1")).isEqualTo(unlocked);
    assertThat(lifecycle.read(workspace)).isEqualTo(unlocked);
    assertThat(unlocked.lock()).isEmpty();
  }

  @Test
  void everyChange_withTheGatewaysKeysOff_stillChangesNothingTwice() {
    try (Emulator forgetful =
            Emulator.start(EmulatorSettings.builder().idempotencyKeys(false).build());
        BillingCenterGateway there = connect(forgetful)) {
      BillingAccountId theirs = forgetful.given().billingAccount("gcy", "gcy@example.com");
      WorkspaceId free = forgetful.given().workspace(theirs, "gcy", "zh", "cn4");
      there.lifecycle().DANGEROUS_upgradeForGood(free, theirs, TERMS, "upgrade");
      forgetful.fault("cut-after", 1, "changeSettlement");

      WorkspaceLife same =
          there.lifecycle().settleThroughBillingCenter(free, theirs, "to-billing-center");

      assertThat(same.settlementChangeableFrom()).isEmpty();
      assertThat(there.lifecycle().unlock(free, "unlock")).isEqualTo(same);
    }
  }

  @Test
  void unlock_whereTheAccountManagerDoes_saysSo() {
    LifecycleRules rules =
        LifecycleRules.builder().unlocking(LifecycleRules.Unlocking.ACCOUNT_MANAGER).build();
    try (Emulator strict = Emulator.start(EmulatorSettings.builder().lifecycle(rules).build());
        BillingCenterGateway there = connect(strict)) {
      BillingAccountId theirs =
          strict.given().billingAccount(BUYER, "gcy", "gcy@example.com", "GCY Ltd");
      WorkspaceId locked = strict.given().boundWorkspace(theirs, "gcy", "zh", "cn4");
      strict.buyer().subscriptions().close(strict.buyer().purchase(BUYER));

      assertThat(LifecycleRefusal.of(refused(() -> there.lifecycle().unlock(locked, "unlock"))))
          .isEqualTo(LifecycleRefusal.ACCOUNT_MANAGER_UNLOCKS);
    }
  }

  @Test
  void lockedSince_ofALockedWorkspace_isTheTimeOfItsLock() {
    GatewayServer.answerAll(SERVER, 200, message("lifecycle"));
    try (BillingCenterGateway there = GatewayServer.connect(SERVER.baseUrl())) {
      Instant since = there.lifecycle().read(WORKSPACE).lock().orElseThrow().since();

      assertThat(there.lockedSince(WORKSPACE)).contains(since);
    }
  }

  @Test
  void lockedSince_atAGatewayThatKnowsNoLifecycle_isNotSaid() {
    GatewayServer.answerAll(SERVER, 404, "{}");
    try (BillingCenterGateway there = GatewayServer.connect(SERVER.baseUrl())) {
      assertThat(there.lockedSince(WORKSPACE)).isEmpty();
    }
  }

  @Test
  void read_ofValuesThatNobodyKnows_isUnknown() {
    GatewayServer.answerAll(
        SERVER,
        200,
        message("lifecycle")
            .replace("COMMERCIAL", "GALACTIC")
            .replace("HUAWEI_CLOUD", "MOON_CLOUD")
            .replace("HUAWEI_GOODS_FROZEN", "ECLIPSE"));
    try (BillingCenterGateway there = GatewayServer.connect(SERVER.baseUrl())) {
      WorkspaceLife life = there.lifecycle().read(WORKSPACE);

      assertThat(life.plan()).isEqualTo(Plan.UNKNOWN);
      assertThat(life.settlement().orElseThrow().kind()).isEqualTo(Settlement.Kind.UNKNOWN);
      assertThat(life.lock().orElseThrow().reason()).isEqualTo(Lock.Reason.UNKNOWN);
    }
  }

  @Test
  void refusal_withAnUnreadableDate_isStillRead() {
    GatewayServer.answerAll(
        SERVER,
        409,
        "{\"error\":{\"code\":\"SETTLEMENT_CHANGED_THIS_MONTH\",\"allowedFrom\":\"soon\"}}");
    try (BillingCenterGateway there = GatewayServer.connect(SERVER.baseUrl())) {
      RemoteException refused = refused(() -> there.lifecycle().unlock(WORKSPACE, "unlock"));

      assertThat(LifecycleRefusal.of(refused)).isEqualTo(LifecycleRefusal.SECOND_CHANGE_IN_A_MONTH);
      assertThat(((ConflictException) refused).allowedFrom()).isEmpty();
    }
  }
}
