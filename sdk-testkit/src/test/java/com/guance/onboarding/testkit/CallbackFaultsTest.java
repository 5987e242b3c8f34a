package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.testkit.FakePartner.Asked;
import com.guance.onboarding.testkit.FakePartner.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class CallbackFaultsTest {

  private final Emulator emulator;
  private final FakePartner partner = new FakePartner();

  CallbackFaultsTest(Emulator emulator) {
    this.emulator = emulator;
    emulator.kooGallery().connect(partner.connection().build());
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  private OrderKey delivered() {
    OrderKey order = emulator.buyer().purchase();
    emulator.clock().advance(Duration.ZERO);
    partner.forget();
    return order;
  }

  private Map<String, @Nullable Object> newest(String activity) {
    return emulator.rows("callbacks").stream()
        .filter(row -> activity.equals(row.get("activity")))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  @Test
  void duplicate_newInstance_isAnotherCallForTheSameOrder() {
    emulator.fault("callback-duplicate", 1, "newInstance");

    emulator.buyer().purchase();

    List<Asked> created = partner.asked("newInstance");
    assertThat(created).hasSize(2).allMatch(Asked::signed);
    assertThat(created.get(0).nonce()).isNotEqualTo(created.get(1).nonce());
    assertThat(created.get(0).get("businessId")).isNotEqualTo(created.get(1).get("businessId"));
    assertThat(created.get(0).get("orderId")).isEqualTo(created.get(1).get("orderId"));
    assertThat(newest("newInstance")).containsEntry("repeatedResult", "000000");
  }

  @Test
  void replay_freeze_isTheSameCallByteForByte() {
    OrderKey order = delivered();
    emulator.fault("callback-replay", 1, "updateInstanceStatus");
    partner.answers(
        asked ->
            partner.asked("updateInstanceStatus").size() > 1
                ? Reply.code("000001")
                : Reply.code("000000"));

    emulator.buyer().subscriptions().freeze(order);

    List<Asked> frozen = partner.asked("updateInstanceStatus");
    assertThat(frozen).hasSize(2);
    assertThat(frozen.get(0)).isEqualTo(frozen.get(1));
    assertThat(newest("updateInstanceStatus"))
        .containsEntry("lastResult", "000000")
        .containsEntry("repeatedResult", "000001");
  }

  @Test
  void reorder_freeze_comesAfterTheUnfreeze() {
    OrderKey order = delivered();
    emulator.fault("callback-reorder", 1);

    emulator.buyer().subscriptions().freeze(order);
    assertThat(partner.asked()).isEmpty();
    emulator.buyer().subscriptions().unfreeze(order);
    emulator.clock().advance(Duration.ZERO);

    assertThat(partner.asked("updateInstanceStatus"))
        .extracting(call -> call.get("status"))
        .containsExactly("UNFREEZE", "FREEZE");
  }

  @Test
  void reorder_nothingFollows_goesOutWhenTheClockMoves() {
    OrderKey order = delivered();
    emulator.fault("callback-reorder", 1);
    emulator.buyer().subscriptions().freeze(order);

    emulator.clock().advance(Duration.ofSeconds(1));

    assertThat(partner.asked("updateInstanceStatus")).hasSize(1);
  }

  @Test
  void delay_freeze_comesHalfAnHourLater() {
    OrderKey order = delivered();
    emulator.fault("callback-delay", 1, "updateInstanceStatus");

    emulator.buyer().subscriptions().freeze(order);
    emulator.clock().advance(Duration.ofMinutes(29));
    assertThat(partner.asked()).isEmpty();
    emulator.clock().advance(Duration.ofMinutes(1));

    assertThat(partner.asked("updateInstanceStatus")).hasSize(1);
  }

  @Test
  void badSignature_once_isRefusedAndRepeatedWell() {
    emulator.fault("callback-bad-signature", 1);
    partner.answers(
        asked -> asked.signed() ? FakePartner.wellBehaved(asked) : Reply.code("000001"));

    emulator.buyer().purchase();
    assertThat(newest("newInstance")).containsEntry("lastResult", "000001");
    emulator.clock().advance(Duration.ofHours(1));

    assertThat(partner.asked("newInstance")).extracting(Asked::signed).containsExactly(false, true);
    assertThat(newest("newInstance")).containsEntry("delivered", true);
  }

  @Test
  void clockSkew_once_isSignedWithATimeFiveMinutesBack() {
    emulator.fault("callback-clock-skew", 1);
    long now = System.currentTimeMillis();

    emulator.buyer().purchase();

    Asked created = partner.asked("newInstance").get(0);
    assertThat(created.signed()).isTrue();
    assertThat(now - created.timestamp()).isBetween(240_000L, 300_000L);
  }

  @Test
  void clock_daysAhead_stillSignsInRealTime() {
    emulator.clock().advance(Duration.ofDays(3));

    emulator.buyer().purchase();

    assertThat(partner.asked("newInstance").get(0).timestamp())
        .isCloseTo(System.currentTimeMillis(), org.assertj.core.data.Offset.offset(60_000L));
  }

  @Test
  void faults_ofCallbacksAndOfGateways_doNotMeet() {
    emulator.fault("error-500", 1);
    emulator.fault("callback-delay", 1);
    Client gateway = new Client(emulator.jointOperationsUri().resolve(MarketplaceRoutes.BASE));

    emulator.buyer().purchase();

    assertThat(partner.asked()).isEmpty();
    assertThat(gateway.get("/organizations").status()).isEqualTo(500);
    assertThat(gateway.get("/organizations").status()).isEqualTo(200);
  }

  @Test
  void fault_ofAnUnknownCallback_isRefused() {
    assertThatThrownBy(() -> emulator.fault("callback-delay", 1, "createWorkspace"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> emulator.fault("error-500", 1, "newInstance"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
