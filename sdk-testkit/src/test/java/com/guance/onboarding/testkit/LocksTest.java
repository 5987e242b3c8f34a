package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What locks a workspace and what unlocks it, by contracts/guance.md §1.7. */
final class LocksTest extends WorkspaceLives {

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
