package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnboardingEmulator
final class ControlApiTest {

  private static final Map<String, Object> NOTHING = Map.of();

  private final Emulator emulator;
  private final Client client;

  ControlApiTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.baseUri().resolve(ControlRoutes.BASE));
  }

  @Test
  void state_empty_listsEverythingByName() {
    JsonNode state = client.get("/state").json();

    assertThat(state.properties())
        .extracting(Map.Entry::getKey)
        .contains(
            "orders",
            "organizations",
            "members",
            "bindings",
            "authorizations",
            "billingAccounts",
            "guanceAccounts",
            "workspaces",
            "dataKits",
            "mail",
            "sms");
    assertThat(state.at("/orders")).isEmpty();
  }

  @Test
  void buyer_emptyObjects_goTheWholeWayThroughTheConsole() {
    JsonNode order = act("purchase");
    JsonNode organization = act("create-organization");
    JsonNode member = act("add-member");
    JsonNode binding = act("bind");
    JsonNode authorized = act("authorize");
    JsonNode signedIn = act("sign-in");

    assertThat(order.at("/orderId").asText()).startsWith("CS");
    assertThat(member.at("/signInName").asText()).isEqualTo("Wendy@gcy");
    assertThat(binding.at("/organizationId")).isEqualTo(organization.at("/organizationId"));
    assertThat(authorized.at("/accounts/0").asText()).isEqualTo("Wendy");
    assertThat(signedIn.at("/bindingId")).isEqualTo(binding.at("/bindingId"));
    JsonNode state = client.get("/state").json();
    assertThat(state.at("/orders/0/huaweiAccountId")).isEqualTo(order.at("/huaweiAccountId"));
    assertThat(state.at("/members/0/mustChangePassword").booleanValue()).isFalse();
    assertThat(state.at("/sms/0/to").asText()).isEqualTo("Wendy@gcy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"renew", "upgrade", "freeze", "unfreeze", "close"})
  void buyer_changeOfTheNewestOrder_answersItsIds(String act) {
    JsonNode order = act("purchase");

    JsonNode changed = act(act);

    assertThat(changed.at("/orderId")).isEqualTo(order.at("/orderId"));
    assertThat(changed.at("/instanceId")).isEqualTo(order.at("/instanceId"));
  }

  @Test
  void buyer_refusedByTheConsole_saysWhy() {
    act("purchase");
    act("close");

    Client.Reply refused = client.post("/buyer/freeze", NOTHING);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).isEqualTo("ORDER_RELEASED");
    assertThat(client.post("/buyer/bind", NOTHING).error()).isEqualTo("ORGANIZATION_NOT_FOUND");
  }

  @Test
  void purchase_withNumbers_takesThem() {
    Client.Reply bought =
        client.post(
            "/buyer/purchase",
            Map.of("orderId", "CS7", "chargingMode", "PERIOD", "huaweiAccountId", "buyer-7"));

    assertThat(bought.get("/orderLineId")).isEqualTo("CS7-000001");
    assertThat(client.get("/state").get("/orders/0/expiresAt")).startsWith("2027-");
  }

  @Test
  void faults_posted_hitTheNextCallOnly() {
    Client gateway = new Client(emulator.jointOperationsUri().resolve(MarketplaceRoutes.BASE));

    Client.Reply planned =
        client.post(
            "/faults",
            "{\"profile\":\"error-500\",\"calls\":1,\"operation\":\"listOrganizations\"}");

    assertThat(planned.get("/items/0/profile")).isEqualTo("error-500");
    assertThat(gateway.get("/organizations").status()).isEqualTo(500);
    assertThat(gateway.get("/organizations").status()).isEqualTo(200);
    assertThat(client.get("/faults").json().at("/items")).isEmpty();
    assertThat(client.get("/calls").json().at("/count").asInt()).isEqualTo(2);
    assertThat(client.post("/faults", Map.of("profile", "explode")).status()).isEqualTo(400);
  }

  @Test
  void faults_emptyObjectAndNulls_areADefaultFault() {
    client.post("/faults", "{\"operation\":null}");

    Client.Reply planned = client.post("/faults", NOTHING);

    assertThat(planned.json().at("/items")).hasSize(2);
    assertThat(client.delete("/faults").json().at("/items")).isEmpty();
  }

  @Test
  void clock_advanced_showsTheNewTime() {
    String before = client.get("/clock").get("/now");

    Client.Reply after = client.post("/clock", Map.of("advance", "PT1H"));

    assertThat(after.get("/now")).isGreaterThan(before);
    assertThat(emulator.clock().instant()).hasToString(after.get("/now"));
    assertThat(client.post("/clock", Map.of("advance", "later")).status()).isEqualTo(400);
    assertThat(client.post("/clock", Map.of("advance", "-PT1H")).status()).isEqualTo(400);
  }

  @Test
  void clock_beyondAllCalendars_isRefusedAndTheWorldGoesOn() {
    String before = client.get("/clock").get("/now");

    Client.Reply refused = client.post("/clock", Map.of("advance", "P1000000000000D"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.get("/error/field")).isEqualTo("advance");
    assertThat(refused.get("/error/rule")).contains("9999");
    assertThat(client.get("/clock").get("/now")).isEqualTo(before);
    act("purchase");
    assertThat(client.get("/state").status()).isEqualTo(200);
    assertThat(client.delete("/state").status()).isEqualTo(200);
  }

  @Test
  void clock_atTheEndOfAllCalendars_leavesAWorldThatGoesOn() {
    client.post("/clock", Map.of("advance", "P2912000D"));

    assertThat(client.get("/clock").get("/now")).startsWith("99");
    client.post("/buyer/purchase", Map.of("chargingMode", "PERIOD"));
    act("renew");
    for (String act : List.of("create-organization", "add-member", "bind", "authorize")) {
      act(act);
    }
    assertThat(client.get("/state").status()).isEqualTo(200);
  }

  @Test
  void state_deleted_isEmpty() {
    act("purchase");

    assertThat(client.delete("/state").json().at("/orders")).isEmpty();
    assertThat(List.of(client.get("/state").json().at("/orders").size())).containsOnly(0);
  }

  private JsonNode act(String act) {
    Client.Reply reply = client.post("/buyer/" + act, NOTHING);
    assertThat(reply.status()).as(act + " " + reply.text()).isEqualTo(200);
    return reply.json();
  }
}
