package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Secret;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class IdempotencyTest {

  private final Emulator emulator;
  private final Client client;

  IdempotencyTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
  }

  private static Map<String, Object> organization(String shortName) {
    return Map.of(
        "huaweiAccountId",
        "buyer-1",
        "name",
        "GCY Ltd",
        "shortName",
        shortName,
        "externalReference",
        "ref");
  }

  @Test
  void post_sameKeyAndBody_answersTheFirstAnswerForThirtyDays() {
    Client.Reply first = client.post("/organizations", organization("gcy"), "key-1");
    emulator.clock().advance(Duration.ofDays(30).minusSeconds(1));

    Client.Reply again = client.post("/organizations", organization("gcy"), "key-1");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    emulator.clock().advance(Duration.ofSeconds(1));
    assertThat(client.post("/organizations", organization("gcy"), "key-1").error())
        .isEqualTo("ORGANIZATION_EXISTS");
  }

  @Test
  void post_sameKeyOtherBody_isRefused() {
    client.post("/organizations", organization("gcy"), "key-1");

    Client.Reply other = client.post("/organizations", organization("other"), "key-1");

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.error()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void post_sameKeyOtherPassword_isTheSameCall() {
    String id = client.post("/organizations", organization("gcy"), "key-1").get("/organizationId");
    String members = "/organizations/" + id + "/members";

    Client.Reply first =
        client.post(
            members,
            Map.of("account", "Wendy", "name", "Wendy", "initialPassword", "Aa1!aaaa"),
            "key-2");
    Client.Reply again =
        client.post(
            members,
            Map.of("account", "Wendy", "name", "Wendy", "initialPassword", "Bb2!bbbb"),
            "key-2");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void post_refused_mayBeRepeatedWithTheSameKeyAndCorrectedValues() {
    emulator.given().takenShortName("gcy");

    assertThat(client.post("/organizations", organization("gcy"), "key-1").status()).isEqualTo(409);
    assertThat(client.post("/organizations", organization("gcy2"), "key-1").status())
        .isEqualTo(201);
  }

  @Test
  void post_withoutKey_isMalformed() {
    Client.Reply reply =
        client.send(
            HttpRequest.newBuilder(client.uri("/organizations"))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.get("/error/field")).isEqualTo("Idempotency-Key");
  }

  @Test
  void post_noJson_isMalformed() {
    assertThat(client.post("/organizations", "{").error()).isEqualTo("INVALID_REQUEST");
    assertThat(client.post("/organizations", "[]").error()).isEqualTo("INVALID_REQUEST");
    assertThat(client.post("/organizations", "{\"name\":1}").status()).isIn(400, 422);
    assertThat(client.get("/nothing").error()).isEqualTo("NOT_FOUND");
  }

  @Test
  void post_keysSwitchedOff_happensAsOftenAsItIsSent() {
    EmulatorSettings settings = EmulatorSettings.builder().idempotencyKeys(false).build();
    try (Emulator careless = Emulator.start(settings)) {
      Client its = new Client(careless.billingCenterUri().resolve(BillingRoutes.BASE));
      String account =
          careless
              .buyer()
              .guance()
              .register(new HuaweiAccountId("buyer-1"), "gcy", "w@example.com")
              .value();
      Map<String, Object> workspace =
          Map.of(
              "billingAccountId",
              account,
              "name",
              "prod",
              "language",
              "en",
              "site",
              "cn4",
              "terms",
              Map.of("version", "1", "acceptedBy", "Wendy", "at", "2026-03-01T00:00:00Z"),
              "externalReference",
              "ref-1");

      its.post("/workspaces", workspace, "key-1");
      its.post("/workspaces", workspace, "key-1");

      assertThat(its.get("/workspaces?externalReference=ref-1").json().at("/items")).hasSize(2);
    }
  }

  @Test
  void call_wrongToken_isUnauthenticated() {
    EmulatorSettings settings = EmulatorSettings.builder().token(Secret.of("right")).build();
    try (Emulator guarded = Emulator.start(settings)) {
      Client its = new Client(guarded.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
      HttpRequest.Builder request = HttpRequest.newBuilder(its.uri("/organizations"));

      assertThat(its.get("/organizations").error()).isEqualTo("UNAUTHENTICATED");
      assertThat(its.send(request.copy().header("Authorization", "Bearer wrong")).status())
          .isEqualTo(401);
      assertThat(its.send(request.copy().header("Authorization", "Bearer right")).status())
          .isEqualTo(200);
    }
  }
}
