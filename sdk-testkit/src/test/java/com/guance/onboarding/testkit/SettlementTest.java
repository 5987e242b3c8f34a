package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who pays for a workspace, and its plan, by contracts/guance.md §1.6. */
final class SettlementTest extends WorkspaceLives {

  private static final Map<String, Object> TERMS =
      Map.of("version", "1", "acceptedBy", "Wendy", "at", "2026-03-01T00:00:00Z");

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
}
