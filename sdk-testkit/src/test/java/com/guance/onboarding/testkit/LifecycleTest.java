package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workspace after its onboarding, by the rules of contracts/guance.md §1.6 and §1.7. */
final class LifecycleTest {

  private static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");
  private static final Map<String, Object> TERMS =
      Map.of("version", "1", "acceptedBy", "Wendy", "at", "2026-03-01T00:00:00Z");

  private Emulator emulator = Emulator.start();
  private Client client = new Client(emulator.baseUri());

  @AfterEach
  void end() {
    emulator.close();
  }

  private void startWith(LifecycleRules.Builder rules) {
    emulator.close();
    emulator = Emulator.start(EmulatorSettings.builder().lifecycle(rules.build()).build());
    client = new Client(emulator.baseUri());
  }

  private final class Customer {
    final BillingAccountId account =
        emulator.given().billingAccount(BUYER, "gcy-wendy", "wendy@example.com", "GCY Ltd");
    final OrderKey order = emulator.buyer().purchase(BUYER);
    final WorkspaceId workspace = emulator.given().workspace(account, "gcy", "zh", "cn4");

    Customer() {
      emulator.buyer().guance().bindWorkspace(workspace, order);
      emulator.buyer().guance().installDataKit(workspace, "ecs-1");
    }

    void close() {
      emulator.buyer().subscriptions().close(order);
    }

    String instance() {
      return instanceOf(0);
    }

    Client.Reply unlock() {
      return post(workspace, "unlock", Map.of());
    }

    Client.Reply toBillingCenter() {
      return post(
          workspace,
          "settlement",
          Map.of("kind", "BILLING_CENTER", "billingAccountId", account.value()));
    }

    Client.Reply toHuawei(String huaweiAccount, String instance) {
      return post(
          workspace,
          "settlement",
          Map.of(
              "kind",
              "HUAWEI_CLOUD",
              "billingAccountId",
              account.value(),
              "huaweiAccountId",
              huaweiAccount,
              "instanceId",
              instance));
    }
  }

  private String instanceOf(int order) {
    return String.valueOf(emulator.rows("orders").get(order).get("instanceId"));
  }

  private Client.Reply post(WorkspaceId workspace, String what, Object body) {
    return client.post(path(workspace) + "/" + what, body);
  }

  private static String path(WorkspaceId workspace) {
    return BillingRoutes.BASE + "/workspaces/" + workspace.value();
  }

  private Client.Reply read(WorkspaceId workspace) {
    return client.get(path(workspace) + "/lifecycle");
  }

  private List<?> history(WorkspaceId workspace) {
    return List.of(client.get(path(workspace) + "/datakits").json().get("items").toString());
  }

  private static final List<?> NOTHING = List.of("[]");

  @Test
  void bind_ofAnOrder_settlesThroughItsInstance() {
    Customer customer = new Customer();

    Client.Reply life = read(customer.workspace);

    assertThat(life.get("/plan")).isEqualTo("COMMERCIAL");
    assertThat(life.get("/settlement/kind")).isEqualTo("HUAWEI_CLOUD");
    assertThat(life.get("/settlement/huaweiAccountId")).isEqualTo("buyer-1");
    assertThat(life.get("/settlement/instanceId")).isEqualTo(customer.instance());
    assertThat(life.get("/locked")).isEqualTo("false");
  }

  @Test
  void close_ofTheResource_deletesTheLinkAndLocksEveryWorkspaceOfTheAccount() {
    Customer customer = new Customer();
    WorkspaceId second = emulator.given().boundWorkspace(customer.account, "two", "en", "cn4");
    WorkspaceId other = emulator.given().workspaceOfSomebodyElse("prod");
    Instant closed = emulator.clock().instant();

    customer.close();

    for (WorkspaceId workspace : List.of(customer.workspace, second)) {
      Client.Reply life = read(workspace);
      assertThat(life.get("/locked")).isEqualTo("true");
      assertThat(life.get("/lockReason")).isEqualTo("HUAWEI_GOODS_CLOSED");
      assertThat(life.get("/lockedAt")).isEqualTo(closed.toString());
      assertThat(life.get("/dataGoneAt")).isEqualTo(closed.plus(Duration.ofDays(14)).toString());
      assertThat(life.json().at("/settlement").isNull()).isTrue();
    }
    assertThat(read(other).get("/locked")).isEqualTo("false");
    assertThat(emulator.rows("billingAccounts").get(0)).containsEntry("huaweiAccountId", null);
  }

  @ParameterizedTest
  @CsvSource({
    "P13D,              true",
    "P13DT23H59M59.999S, true",
    "P14D,              false",
    "P15D,              false"
  })
  void countdown_afterClosing_endsAfterFourteenDays(Duration later, boolean kept) {
    Customer customer = new Customer();
    customer.close();
    List<?> before = history(customer.workspace);

    emulator.clock().advance(later);

    assertThat(history(customer.workspace)).isEqualTo(kept ? before : NOTHING);
    Map<String, Object> row = emulator.rows("workspaces").get(0);
    assertThat(row).containsEntry("locked", true).containsEntry("dataGone", !kept);
    Client.Reply unlocked = customer.unlock();
    if (kept) {
      assertThat(unlocked.get("/locked")).isEqualTo("false");
      assertThat(unlocked.get("/settlement/kind")).isEqualTo("BILLING_CENTER");
      assertThat(unlocked.json().at("/dataGoneAt").isNull()).isTrue();
      emulator.clock().advance(Duration.ofDays(30));
      assertThat(history(customer.workspace)).isEqualTo(before);
    } else {
      assertThat(unlocked.status()).isEqualTo(409);
      assertThat(unlocked.error()).isEqualTo("COUNTDOWN_OVER");
      assertThat(customer.toBillingCenter().error()).isEqualTo("COUNTDOWN_OVER");
    }
  }

  @Test
  void freeze_locks_andUnfreezeUnlocksWithoutRestartingAnything() {
    Customer customer = new Customer();
    Instant frozen = emulator.clock().instant();
    emulator.buyer().subscriptions().freeze(customer.order);
    assertThat(read(customer.workspace).get("/lockReason")).isEqualTo("HUAWEI_GOODS_FROZEN");
    assertThat(read(customer.workspace).get("/settlement/kind")).isEqualTo("HUAWEI_CLOUD");

    emulator.clock().advance(Duration.ofDays(13));
    emulator.buyer().subscriptions().unfreeze(customer.order);
    assertThat(read(customer.workspace).get("/locked")).isEqualTo("false");

    emulator.buyer().subscriptions().freeze(customer.order);
    emulator.clock().advance(Duration.ofDays(3));
    customer.close();
    assertThat(read(customer.workspace).get("/lockReason")).isEqualTo("HUAWEI_GOODS_CLOSED");
    assertThat(read(customer.workspace).get("/lockedAt"))
        .isEqualTo(frozen.plus(Duration.ofDays(13)).toString());
  }

  @Test
  void unfreeze_afterTheCountdown_bringsNothingBack() {
    Customer customer = new Customer();
    emulator.buyer().subscriptions().freeze(customer.order);
    emulator.clock().advance(Duration.ofDays(14));

    emulator.buyer().subscriptions().unfreeze(customer.order);

    assertThat(read(customer.workspace).get("/locked")).isEqualTo("true");
    assertThat(history(customer.workspace)).isEqualTo(NOTHING);
  }

  @Test
  void changeSettlement_secondInAMonth_isRefusedWithTheDate() {
    Customer customer = new Customer();
    Instant first = emulator.clock().instant();
    assertThat(customer.toBillingCenter().get("/settlement/kind")).isEqualTo("BILLING_CENTER");
    assertThat(customer.toBillingCenter().status()).isEqualTo(200);

    Client.Reply second = customer.toHuawei("buyer-1", customer.instance());
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.error()).isEqualTo("SETTLEMENT_CHANGED_THIS_MONTH");
    Instant from = Instant.parse(second.get("/error/allowedFrom"));
    assertThat(from).isEqualTo(Instant.parse("2026-04-02T01:00:00Z")).isAfter(first);

    emulator.clock().advance(Duration.between(first, from).minusMillis(1));
    assertThat(customer.toHuawei("buyer-1", customer.instance()).status()).isEqualTo(409);
    emulator.clock().advance(Duration.ofMillis(1));
    assertThat(customer.toHuawei("buyer-1", customer.instance()).get("/settlement/instanceId"))
        .isEqualTo(customer.instance());
  }

  @Test
  void changeSettlement_byTheCalendar_isPossibleFromTheFirstOfTheMonth() {
    startWith(LifecycleRules.builder().month(LifecycleRules.Month.OF_THE_CALENDAR));
    Customer customer = new Customer();
    customer.toBillingCenter();

    assertThat(customer.toHuawei("buyer-1", customer.instance()).get("/error/allowedFrom"))
        .isEqualTo("2026-04-01T00:00:00Z");
  }

  @Test
  void changeSettlement_toAnotherCloudAccount_needsTheFirstToBeReleased() {
    Customer customer = new Customer();
    emulator.buyer().purchase(new HuaweiAccountId("buyer-2"));
    String theirs = instanceOf(1);

    assertThat(customer.toHuawei("buyer-2", theirs).error()).isEqualTo("CLOUD_ACCOUNT_SUBSCRIBED");
    assertThat(customer.toHuawei("buyer-1", theirs).error()).isEqualTo("INSTANCE_MISMATCH");
    assertThat(customer.toHuawei("buyer-1", "none").status()).isEqualTo(422);

    customer.close();
    Client.Reply moved = customer.toHuawei("buyer-2", theirs);
    assertThat(moved.get("/settlement/huaweiAccountId")).isEqualTo("buyer-2");
    assertThat(moved.get("/locked")).isEqualTo("false");
    assertThat(moved.json().at("/settlementChangedAt").isNull()).isTrue();
    assertThat(emulator.rows("billingAccounts").get(0)).containsEntry("huaweiAccountId", "buyer-2");
  }

  @Test
  void changeSettlement_toAnAccount_needsTheSameEnterprise() {
    Customer customer = new Customer();
    BillingAccountId same =
        emulator.given().billingAccount(BUYER, "gcy-two", "two@example.com", "GCY Ltd");
    BillingAccountId stranger = emulator.given().billingAccount("other", "other@example.com");

    assertThat(change(customer.workspace, stranger).error()).isEqualTo("ENTERPRISE_DIFFERS");
    assertThat(change(customer.workspace, same).get("/billingAccountId")).isEqualTo(same.value());
  }

  private Client.Reply change(WorkspaceId workspace, BillingAccountId account) {
    return post(
        workspace,
        "settlement",
        Map.of("kind", "BILLING_CENTER", "billingAccountId", account.value()));
  }

  @Test
  void upgrade_hidesWhatWasCollectedWhileFree_forGood() {
    BillingAccountId account = emulator.given().billingAccount("gcy-wendy", "wendy@example.com");
    WorkspaceId workspace = emulator.given().workspace(account, "gcy", "zh", "cn4");
    emulator.given().dataKit(workspace, "ecs-1");
    assertThat(change(workspace, account).error()).isEqualTo("WORKSPACE_FREE");
    emulator.clock().advance(Duration.ofHours(1));

    assertThat(upgrade(workspace, account, "GONE").status()).isEqualTo(422);
    Client.Reply upgraded = upgrade(workspace, account, "INVISIBLE");

    assertThat(upgraded.get("/plan")).isEqualTo("COMMERCIAL");
    assertThat(upgraded.get("/settlement/kind")).isEqualTo("BILLING_CENTER");
    assertThat(history(workspace)).isEqualTo(NOTHING);
    emulator.given().dataKit(workspace, "ecs-1");
    assertThat(history(workspace)).isNotEqualTo(NOTHING);
    assertThat(upgrade(workspace, account, "INVISIBLE").error()).isEqualTo("ALREADY_COMMERCIAL");
  }

  private Client.Reply upgrade(WorkspaceId workspace, BillingAccountId account, String knows) {
    return post(
        workspace,
        "upgrade",
        Map.of(
            "billingAccountId", account.value(),
            "dataCollectedWhileFree", knows,
            "terms", TERMS));
  }

  @Test
  void close_whereItSwitches_settlesThroughTheBillingCenterAtOnce() {
    startWith(LifecycleRules.builder().closing(LifecycleRules.Closing.SWITCHES_TO_BILLING_CENTER));
    Customer customer = new Customer();

    customer.close();

    assertThat(read(customer.workspace).get("/locked")).isEqualTo("false");
    assertThat(read(customer.workspace).get("/settlement/kind")).isEqualTo("BILLING_CENTER");
  }

  @Test
  void unlock_whereTheAccountManagerDoes_isRefused() {
    startWith(LifecycleRules.builder().unlocking(LifecycleRules.Unlocking.ACCOUNT_MANAGER));
    Customer customer = new Customer();
    customer.close();

    assertThat(customer.unlock().error()).isEqualTo("UNLOCK_BY_ACCOUNT_MANAGER");
    assertThat(customer.unlock().status()).isEqualTo(403);
    assertThat(read(customer.workspace).get("/locked")).isEqualTo("true");
  }
}
