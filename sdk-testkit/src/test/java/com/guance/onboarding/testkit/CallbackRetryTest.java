package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.FakePartner.Asked;
import com.guance.onboarding.testkit.FakePartner.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@OnboardingEmulator
final class CallbackRetryTest {

  private static final Reply DOWN = Reply.status(500);

  private final Emulator emulator;
  private final FakePartner partner = new FakePartner();

  CallbackRetryTest(Emulator emulator) {
    this.emulator = emulator;
    emulator.kooGallery().connect(partner.connection().build());
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  private void advance(String time) {
    emulator.clock().advance(Duration.parse(time));
  }

  private Map<String, @Nullable Object> callback(String activity) {
    return emulator.rows("callbacks").stream()
        .filter(row -> activity.equals(row.get("activity")))
        .findFirst()
        .orElseThrow();
  }

  private OrderKey delivered() {
    OrderKey order = emulator.buyer().purchase();
    advance("PT0S");
    return order;
  }

  @Test
  void newInstance_threeFailingHours_takesTheOrderBackAndReleasesOnce() {
    partner.answers(asked -> asked.activity().equals("newInstance"), DOWN);

    OrderKey order = emulator.buyer().purchase();
    advance("PT2H59M");
    assertThat(partner.asked("newInstance")).hasSize(3);
    assertThat(emulator.rows("orders").get(0)).containsEntry("state", "ACTIVE");
    advance("PT1M");

    List<Asked> created = partner.asked("newInstance");
    assertThat(created).hasSize(4).allMatch(Asked::signed);
    assertThat(created.stream().map(call -> call.get("businessId"))).doesNotHaveDuplicates();
    assertThat(created.stream().map(Asked::nonce)).doesNotHaveDuplicates();
    assertThat(emulator.rows("orders").get(0)).containsEntry("state", "RELEASED");
    assertThat(emulator.rows("failedOrders"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("orderId", order.orderId()));
    assertThat(callback("newInstance"))
        .containsEntry("status", "GIVEN_UP")
        .containsEntry("attempts", 4)
        .containsEntry("lastResult", "HTTP_500")
        .containsEntry("nextAttemptAt", null);
    advance("P1D");
    Asked release = partner.asked("releaseInstance").get(0);
    assertThat(partner.asked("releaseInstance")).hasSize(1);
    assertThat(release.get("instanceId")).isEqualTo(created.get(0).get("businessId"));
    assertThat(release.get("orderId")).startsWith("CS").isNotEqualTo(order.orderId());
  }

  @Test
  void newInstance_partnerComesBack_isDeliveredAndNothingIsLost() {
    partner.answers(asked -> asked.activity().equals("newInstance"), DOWN);
    Instant start = emulator.clock().instant();
    OrderKey order = emulator.buyer().purchase();
    TenantId tenant = emulator.buyer().createOrganization("GCY Ltd", "gcy");
    emulator.buyer().bind(order, tenant);
    advance("PT1H");
    assertThat(partner.activities()).containsOnly("newInstance");

    partner.answers(FakePartner::wellBehaved);
    advance("PT1H");

    assertThat(partner.activities())
        .startsWith("newInstance", "newInstance", "newInstance")
        .containsSubsequence("newInstance", "tenantSync", "applicationSync", "allOrgSync")
        .contains("queryInstance");
    assertThat(emulator.rows("callbacks"))
        .allMatch(row -> Boolean.TRUE.equals(row.get("delivered")));
    assertThat(emulator.rows("failedOrders")).isEmpty();
    assertThat(callback("newInstance"))
        .containsEntry("lastAttemptAt", start.plusSeconds(7200).toString());
  }

  static Stream<Arguments> badAnswers() {
    return Stream.of(
        Arguments.of(DOWN, "HTTP_500"),
        Arguments.of(Reply.code("000001"), "000001"),
        Arguments.of(Reply.code("000005"), "000005"),
        Arguments.of(Reply.code("0000004"), "INVALID_ANSWER"),
        Arguments.of(Reply.code("000000"), "INVALID_ANSWER"),
        Arguments.of(new Reply(200, "text/html", "<html>", false), "CONTENT_TYPE"),
        Arguments.of(Reply.json("[]"), "UNREADABLE"),
        Arguments.of(Reply.json("{"), "UNREADABLE"));
  }

  @ParameterizedTest
  @MethodSource("badAnswers")
  void newInstance_badAnswer_isAFailureAndSaysWhich(Reply reply, String result) {
    partner.answers(asked -> reply);

    emulator.buyer().purchase();

    assertThat(callback("newInstance"))
        .containsEntry("delivered", false)
        .containsEntry("status", "WAITING")
        .containsEntry("lastResult", result)
        .containsEntry("nextAttemptAt", emulator.clock().instant().plusSeconds(3600).toString());
  }

  @Test
  void newInstance_noAnswerInTime_isATimeout() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    emulator.kooGallery().connect(partner.connection().callTimeout(Duration.ofMillis(100)).build());
    partner.answers(
        asked -> {
          await(end);
          return FakePartner.wellBehaved(asked);
        });

    emulator.buyer().purchase();
    end.countDown();

    assertThat(callback("newInstance")).containsEntry("lastResult", "TIMEOUT");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void newInstance_nobodyListens_isUnreachable() {
    partner.close();

    emulator.buyer().purchase();

    assertThat(callback("newInstance")).containsEntry("lastResult", "UNREACHABLE");
  }

  @Test
  void newInstance_unsignedAnswer_isTakenAndNoted() {
    partner.answers(
        asked -> {
          Reply reply = FakePartner.wellBehaved(asked);
          return new Reply(200, "application/json;charset=UTF-8", reply.body(), false);
        });

    delivered();

    assertThat(callback("newInstance"))
        .containsEntry("delivered", true)
        .containsEntry("bodySign", "MISSING");
  }

  @Test
  void newInstance_takesTime_isAskedAboutUntilThereIsAnAddress() {
    partner.answers(
        asked ->
            asked.activity().equals("newInstance")
                ? Reply.json(FakePartner.wellBehaved(asked).body().replace("000000", "000004"))
                : Reply.code("000000"));
    emulator.buyer().purchase();
    advance("PT5M");
    assertThat(partner.asked("queryInstance")).hasSize(6);

    partner.answers(FakePartner::wellBehaved);
    advance("PT3H");

    assertThat(partner.asked("newInstance")).hasSize(1);
    assertThat(partner.asked("queryInstance")).hasSize(7);
    assertThat(callback("queryInstance")).containsEntry("delivered", true);
  }

  @Test
  void newInstance_neverReady_failsTheOrderAfterThreeHours() {
    partner.answers(
        asked ->
            asked.activity().equals("newInstance")
                ? Reply.json(FakePartner.wellBehaved(asked).body().replace("000000", "000004"))
                : Reply.code("000000"));

    emulator.buyer().purchase();
    advance("PT3H");

    assertThat(emulator.rows("orders").get(0)).containsEntry("state", "RELEASED");
    assertThat(partner.asked("releaseInstance")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "refreshInstance, PT2H, 5",
    "updateInstanceStatus, PT1H, 3",
    "upgradeInstance, PT3H, 4",
    "releaseInstance, PT3H, 1",
    "tenantSync, PT1H, 5",
    "authSync, PT1H, 5"
  })
  void callback_alwaysFailing_isGivenUpAfterItsWindow(String activity, String window, int calls) {
    OrderKey order = delivered();
    partner.answers(asked -> asked.activity().equals(activity), DOWN);
    act(activity, order);

    advance(window);
    advance("P2D");

    assertThat(partner.asked(activity)).hasSize(calls);
    assertThat(callback(activity)).containsEntry("status", "GIVEN_UP");
    assertThat(emulator.rows("orders").get(0))
        .containsEntry("state", activity.startsWith("release") ? "RELEASED" : state(activity));
    assertThat(emulator.rows("failedOrders")).hasSize(activity.startsWith("upgrade") ? 1 : 0);
  }

  private static String state(String activity) {
    return activity.startsWith("update") ? "FROZEN" : "ACTIVE";
  }

  private void act(String activity, OrderKey order) {
    switch (activity) {
      case "refreshInstance" -> emulator.buyer().subscriptions().renew(order);
      case "updateInstanceStatus" -> emulator.buyer().subscriptions().freeze(order);
      case "upgradeInstance" -> emulator.buyer().subscriptions().upgrade(order);
      case "releaseInstance" -> emulator.buyer().subscriptions().close(order);
      default -> {
        TenantId tenant = emulator.buyer().createOrganization("GCY Ltd", "gcy");
        emulator.buyer().addMember(tenant, "Wendy");
        emulator.buyer().bind(order, tenant);
        emulator.buyer().authorize(order, "Wendy");
      }
    }
  }

  @Test
  void orders_sixFailuresInAMonth_delistTheProduct() {
    partner.answers(asked -> DOWN);
    for (int i = 0; i < 5; i++) {
      emulator.buyer().purchase();
    }
    advance("PT3H");
    assertThat(emulator.state()).containsEntry("delisted", false);

    emulator.buyer().purchase();
    advance("PT3H");

    assertThat(emulator.rows("failedOrders")).hasSize(6);
    assertThat(emulator.state()).containsEntry("delisted", true);
  }

  @Test
  void clock_advancedOverHttp_answersWhenWhatFellDueWasDelivered() {
    Client client = new Client(emulator.baseUri().resolve(ControlRoutes.BASE));
    partner.answers(asked -> asked.activity().equals("newInstance"), DOWN);
    client.post("/buyer/purchase", Map.of());

    client.post("/clock", Map.of("advance", "PT3H"));

    assertThat(partner.asked("newInstance")).hasSize(4);
    assertThat(client.get("/state").json().at("/orders/0/state").asText()).isEqualTo("RELEASED");
  }

  @Test
  void close_beforeTheInstanceHasAName_stopsAskingForIt() {
    partner.answers(asked -> asked.activity().equals("newInstance"), DOWN);
    OrderKey order = emulator.buyer().purchase();

    emulator.buyer().subscriptions().close(order);
    advance("PT4H");

    assertThat(partner.activities()).containsExactly("newInstance", "releaseInstance");
    assertThat(callback("newInstance")).containsEntry("status", "CANCELLED");
    assertThat(emulator.rows("failedOrders")).isEmpty();
  }

  @Test
  void reset_withCallbacksUnderWay_forgetsThem() {
    partner.answers(asked -> DOWN);
    emulator.buyer().purchase();

    emulator.reset();
    advance("PT4H");

    assertThat(partner.activities()).containsExactly("newInstance");
    assertThat(emulator.rows("callbacks")).isEmpty();
  }
}
