package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnboardingEmulator
final class FaultsTest {

  private static final Map<String, Object> GCY =
      Map.of(
          "huaweiAccountId",
          "buyer-1",
          "name",
          "GCY Ltd",
          "shortName",
          "gcy",
          "externalReference",
          "ref");

  private final Emulator emulator;
  private final Client client;

  FaultsTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
  }

  private Client.Reply create() {
    return client.post("/organizations", GCY, "key-1");
  }

  private int organizations() {
    return client.get("/organizations").json().at("/items").size();
  }

  @Test
  void throttle_once_saysHowLongAndDoesNothing() {
    emulator.fault("throttle", 1);

    Client.Reply throttled = create();

    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.error()).isEqualTo("THROTTLED");
    assertThat(throttled.headers()).containsEntry("retry-after", "30");
    assertThat(organizations()).isZero();
    assertThat(create().status()).isEqualTo(201);
  }

  @Test
  void error500_twice_thenItWorks() {
    emulator.fault("error-500", 2);

    assertThat(List.of(create().status(), create().status(), create().status()))
        .containsExactly(500, 500, 201);
  }

  @Test
  void duplicate_keyed_happensOnce() {
    emulator.fault("duplicate", 1);

    assertThat(create().status()).isEqualTo(201);
    assertThat(organizations()).isEqualTo(1);
    assertThat(emulator.remoteCalls("createOrganization")).isEqualTo(1);
  }

  @Test
  void cutBefore_noAnswer_nothingHappened() {
    emulator.fault("cut-before", 1);

    assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
    assertThat(organizations()).isZero();
    assertThat(emulator.callLog()).contains(new RemoteCall("createOrganization", 0));
  }

  @Test
  void cutAfter_noAnswer_itHappenedAndTheKeyTells() {
    emulator.fault("cut-after", 1);

    assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
    assertThat(organizations()).isEqualTo(1);
    assertThat(create().status()).isEqualTo(201);
    assertThat(organizations()).isEqualTo(1);
  }

  @Test
  void malformed_byTurns_isAPageOrHalfAText() {
    emulator.fault("malformed", 2);
    Client.Reply page = create();
    Client.Reply half = create();

    assertThat(List.of(page, half))
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(200);
              assertThatThrownBy(reply::json)
                  .isInstanceOf(UncheckedIOException.class)
                  .hasCauseInstanceOf(JsonProcessingException.class);
            });
    assertThat(organizations()).isEqualTo(1);
  }

  @Test
  void unknownFields_extendTheAnswerAndItsEnumerations() {
    emulator.fault("unknown-fields", 1);

    Client.Reply reply = create();

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().has("addedLater")).isTrue();
    assertThat(reply.get("/status")).isEqualTo("NOT_KNOWN_YET");
    assertThat(reply.get("/shortName")).isEqualTo("gcy");
  }

  @Test
  void unknownFields_ofTheBillingCenter_extendEveryEnumerationThatItCallsOpen() {
    HuaweiAccountId buyer = emulator.buyer().account();
    BillingAccountId account = emulator.buyer().guance().register(buyer, "gcy", "w@example.com");
    WorkspaceId workspace =
        emulator.buyer().guance().createWorkspace(account, "gcy-prod", "zh", "cn4");
    OrderKey order = emulator.buyer().purchase();
    emulator.buyer().guance().bindWorkspace(workspace, order);
    emulator.buyer().subscriptions().freeze(order);
    Client billing = new Client(emulator.baseUri());
    String path = BillingRoutes.BASE + "/workspaces/" + workspace;
    emulator.fault("unknown-fields", 2);

    Client.Reply seen = billing.get(path);
    Client.Reply life = billing.get(path + "/lifecycle");

    assertThat(seen.get("/state")).isEqualTo("NOT_KNOWN_YET");
    assertThat(List.of("/plan", "/settlement/kind", "/lockReason"))
        .allSatisfy(name -> assertThat(life.get(name)).as(name).isEqualTo("NOT_KNOWN_YET"));
  }

  @Test
  void delay_answersLateAndEndsWithTheEmulator() {
    EmulatorSettings settings =
        EmulatorSettings.builder().longDelay(Duration.ofMillis(120)).build();
    try (Emulator slow = Emulator.start(settings)) {
      slow.fault("delay", 1);
      Client its = new Client(slow.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
      long start = System.nanoTime();

      int status = its.post("/organizations", GCY).status();

      assertThat(status).isEqualTo(201);
      assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(100).toNanos());
    }
  }

  @Test
  void fault_forOneOperation_leavesOthersAlone() {
    emulator.fault("throttle", 1, "createOrganization");

    assertThat(client.get("/organizations").status()).isEqualTo(200);
    assertThat(create().status()).isEqualTo(429);
    assertThat(create().status()).isEqualTo(201);
    assertThat(emulator.remoteCalls("createOrganization")).isEqualTo(2);
  }

  @Test
  void fault_afterSomeCalls_letsThosePass() {
    emulator.fault("error-500", 2, "listOrganizations", 1);

    assertThat(client.get("/organizations").status()).isEqualTo(200);
    assertThat(emulator.pendingFaults()).isEqualTo(2);
    assertThat(create().status()).isEqualTo(201);
    assertThat(client.get("/organizations").status()).isEqualTo(500);
    assertThat(emulator.pendingFaults()).isEqualTo(1);
    assertThat(client.get("/organizations").status()).isEqualTo(500);
    assertThat(emulator.pendingFaults()).isZero();
    assertThat(client.get("/organizations").status()).isEqualTo(200);
  }

  @Test
  void fault_unknownProfileOrOperation_isRefused() {
    assertThatThrownBy(() -> emulator.fault("explode", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cut-after");
    assertThatThrownBy(() -> emulator.fault("throttle", 1, "nothing"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> emulator.fault("throttle", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> emulator.fault("throttle", 1, "createOrganization", -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duplicate",
        "delay",
        "cut-before",
        "cut-after",
        "throttle",
        "error-500",
        "malformed",
        "unknown-fields"
      })
  void fault_eachPublishedName_isKnown(String profile) {
    assertThat(FaultProfile.from(profile).text()).isEqualTo(profile);
  }
}
