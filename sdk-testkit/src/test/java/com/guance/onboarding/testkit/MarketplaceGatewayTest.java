package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class MarketplaceGatewayTest {

  private static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");
  private static final OrderKey ORDER = new OrderKey("CS1", "CS1-000001");

  private final Emulator emulator;
  private final Client client;

  MarketplaceGatewayTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
  }

  @BeforeEach
  void order() {
    emulator.given().order(ORDER, BUYER);
  }

  @Test
  void getOrderLine_ordered_namesBuyerAndProduct() {
    Client.Reply reply = client.get("/orders/CS1/lines/CS1-000001");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.get("/huaweiAccountId")).isEqualTo("buyer-1");
    assertThat(reply.get("/chargingMode")).isEqualTo("ON_DEMAND");
    assertThat(reply.json().at("/multiInstance").booleanValue()).isFalse();
  }

  @Test
  void getOrderLine_unknown_isNotFound() {
    Client.Reply reply = client.get("/orders/CS2/lines/CS2-000001");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.error()).isEqualTo("ORDER_NOT_FOUND");
    assertThat(reply.get("/requestId")).isNotEmpty().isEqualTo(reply.headers().get("x-request-id"));
  }

  @Test
  void getOrderLine_beforeActivation_isNotFoundYet() {
    SettableClock clock = SettableClock.standing(emulator.clock().instant());
    EmulatorSettings settings =
        EmulatorSettings.builder().clock(clock).activationTime(Duration.ofMinutes(2)).build();
    try (Emulator slow = Emulator.start(settings)) {
      slow.given().order(ORDER, BUYER);
      Client its = new Client(slow.jointOperationsUri().resolve(MarketplaceRoutes.BASE));

      assertThat(its.get("/orders/CS1/lines/CS1-000001").status()).isEqualTo(404);
      clock.advance(Duration.ofMinutes(2));
      assertThat(its.get("/orders/CS1/lines/CS1-000001").status()).isEqualTo(200);
    }
  }

  @Test
  void createOrganization_valid_isActiveAndFound() {
    Client.Reply made = create("buyer-1", "gcy");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.get("/status")).isEqualTo("ACTIVE");
    assertThat(made.get("/tenantCode")).isEqualTo("gcy");
    JsonNode found =
        client.get("/organizations?huaweiAccountId=buyer-1&shortName=gcy").json().at("/items");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/externalReference").asText()).isEqualTo("ref-gcy");
    assertThat(client.get("/organizations/" + made.get("/organizationId")).json())
        .isEqualTo(made.json());
  }

  @Test
  void createOrganization_slowConsole_isCreatingUntilTheTimeHasPassed() {
    EmulatorSettings settings =
        EmulatorSettings.builder().organizationCreationTime(Duration.ofMinutes(3)).build();
    try (Emulator slow = Emulator.start(settings)) {
      Client its = new Client(slow.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
      Client.Reply made = its.post("/organizations", organization("buyer-1", "gcy"));
      String path = "/organizations/" + made.get("/organizationId");

      assertThat(made.get("/status")).isEqualTo("CREATING");
      assertThat(its.post(path + "/members", wendy()).error()).isEqualTo("ORGANIZATION_CREATING");
      slow.clock().advance(Duration.ofMinutes(3));
      assertThat(its.get(path).get("/status")).isEqualTo("ACTIVE");
      assertThat(its.post(path + "/members", wendy()).status()).isEqualTo(201);
    }
  }

  @Test
  void createOrganization_sameBuyerAndShortName_namesTheExistingOne() {
    String id = create("buyer-1", "gcy").get("/organizationId");

    Client.Reply again = create("buyer-1", "gcy");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.error()).isEqualTo("ORGANIZATION_EXISTS");
    assertThat(again.get("/error/existingId")).isEqualTo(id);
  }

  @Test
  void createOrganization_shortNameOfAnotherBuyer_namesTheFieldAndNoId() {
    emulator.given().takenShortName("gcy");

    Client.Reply reply = create("buyer-1", "gcy");

    assertThat(reply.error()).isEqualTo("SHORT_NAME_TAKEN");
    assertThat(reply.get("/error/field")).isEqualTo("shortName");
    assertThat(reply.json().at("/error").has("existingId")).isFalse();
  }

  @Test
  void createOrganization_sixth_isRefusedButNotToResellers() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      statuses.add(create("buyer-1", "gcy" + i).status());
    }
    emulator.given().reseller(new HuaweiAccountId("reseller-1"));
    for (int i = 0; i < 51; i++) {
      statuses.add(create("reseller-1", "res" + i).status());
    }

    assertThat(statuses.subList(0, 6)).containsExactly(201, 201, 201, 201, 201, 422);
    assertThat(statuses.subList(6, 56)).containsOnly(201);
    assertThat(statuses.get(56)).isEqualTo(422);
  }

  @Test
  void createOrganization_badShortName_namesFieldAndRuleAndRepeatsNothing() {
    Client.Reply reply = create("buyer-1", "Not Allowed");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.get("/error/field")).isEqualTo("shortName");
    assertThat(reply.get("/error/rule")).isNotEmpty();
    assertThat(reply.text()).doesNotContain("Not Allowed");
  }

  @Test
  void listOrganizations_severalPages_areCutByTheCursor() {
    for (int i = 0; i < 5; i++) {
      create("buyer-1", "gcy" + i);
    }

    JsonNode first = client.get("/organizations?huaweiAccountId=buyer-1&pageSize=2").json();
    String cursor = first.at("/nextCursor").asText();
    JsonNode second = client.get("/organizations?pageSize=2&cursor=" + cursor).json();
    String next = second.at("/nextCursor").asText();
    JsonNode last = client.get("/organizations?pageSize=2&cursor=" + next).json();

    assertThat(first.at("/items")).hasSize(2);
    assertThat(second.at("/items/0/shortName").asText()).isEqualTo("gcy2");
    assertThat(last.at("/items")).hasSize(1);
    assertThat(last.has("nextCursor")).isFalse();
    assertThat(client.get("/organizations?pageSize=101").status()).isEqualTo(400);
    assertThat(client.get("/organizations?cursor=x").status()).isEqualTo(400);
  }

  @Test
  void addMember_twice_namesTheMember() {
    String members =
        "/organizations/" + create("buyer-1", "gcy").get("/organizationId") + "/members";

    Client.Reply wendy = client.post(members, wendy());
    Client.Reply again = client.post(members, wendy());

    assertThat(wendy.get("/signInName")).isEqualTo("Wendy@gcy");
    assertThat(wendy.json().at("/mustChangePassword").booleanValue()).isTrue();
    assertThat(again.error()).isEqualTo("MEMBER_EXISTS");
    assertThat(again.get("/error/existingId")).isEqualTo(wendy.get("/memberId"));
    assertThat(client.get(members + "?account=Wendy").json().at("/items")).hasSize(1);
    assertThat(client.get(members + "?account=Other").json().at("/items")).isEmpty();
  }

  @Test
  void bindApp_again_namesTheBinding() {
    String organization = create("buyer-1", "gcy").get("/organizationId");
    String other = create("buyer-1", "gcy2").get("/organizationId");

    Client.Reply bound = bind(ORDER, organization);
    Client.Reply again = bind(ORDER, other);

    assertThat(bound.status()).isEqualTo(201);
    assertThat(again.error()).isEqualTo("ORDER_ALREADY_BOUND");
    assertThat(again.get("/error/existingId")).isEqualTo(bound.get("/bindingId"));
    assertThat(client.get("/app-bindings?orderId=CS1&orderLineId=CS1-000001").json().at("/items"))
        .containsExactly(bound.json());
  }

  @Test
  void bindApp_secondOrderOfTheProduct_isRefused() {
    OrderKey second = new OrderKey("CS2", "CS2-000001");
    emulator.given().order(second, BUYER);
    String organization = create("buyer-1", "gcy").get("/organizationId");
    bind(ORDER, organization);

    Client.Reply refused = bind(second, organization);

    assertThat(refused.error()).isEqualTo("PRODUCT_ALREADY_BOUND");
    assertThat(refused.get("/error/field")).isEqualTo("organizationId");
    assertThat(bind(second, create("buyer-1", "gcy2").get("/organizationId")).status())
        .isEqualTo(201);
  }

  @Test
  void bindApp_organizationOfAnotherBuyer_isRefused() {
    TenantId other = emulator.given().takenShortName("other");

    assertThat(bind(ORDER, other.value()).error()).isEqualTo("INVALID_VALUE");
    assertThat(bind(new OrderKey("CS9", "1"), other.value()).error()).isEqualTo("ORDER_NOT_FOUND");
    assertThat(bind(ORDER, "nothing").error()).isEqualTo("ORGANIZATION_NOT_FOUND");
  }

  @Test
  void authorizeMembers_memberOfTheOrganization_isToldWhereToSignIn() {
    String organization = create("buyer-1", "gcy").get("/organizationId");
    client.post("/organizations/" + organization + "/members", wendy());
    Client.Reply bound = bind(ORDER, organization);
    String binding = "/app-bindings/" + bound.get("/bindingId");

    Client.Reply first = client.post(binding + "/authorizations", accounts("Wendy"));
    Client.Reply again = client.post(binding + "/authorizations", accounts("Wendy"));
    String url = client.get(binding + "/login-address").get("/url");

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(client.get(binding + "/authorizations").json().at("/items")).hasSize(1);
    assertThat(url).endsWith("appId=" + bound.get("/appId"));
    assertThat(emulator.mail().messages())
        .singleElement()
        .satisfies(
            sms -> {
              assertThat(sms.to()).isEqualTo("Wendy@gcy");
              assertThat(sms.loginAddress()).hasToString(url);
            });
  }

  @Test
  void authorizeMembers_stranger_authorizesNobody() {
    String organization = create("buyer-1", "gcy").get("/organizationId");
    client.post("/organizations/" + organization + "/members", wendy());
    String binding = "/app-bindings/" + bind(ORDER, organization).get("/bindingId");

    Client.Reply refused = client.post(binding + "/authorizations", accounts("Wendy", "Mallory"));

    assertThat(refused.error()).isEqualTo("MEMBER_NOT_IN_ORGANIZATION");
    assertThat(refused.get("/error/field")).isEqualTo("accounts");
    assertThat(client.get(binding + "/authorizations").json().at("/items")).isEmpty();
  }

  private Client.Reply create(String buyer, String shortName) {
    return client.post("/organizations", organization(buyer, shortName));
  }

  private static Map<String, Object> organization(String buyer, String shortName) {
    return Map.of(
        "huaweiAccountId",
        buyer,
        "name",
        "GCY Ltd",
        "shortName",
        shortName,
        "externalReference",
        "ref-" + shortName);
  }

  private static Map<String, Object> wendy() {
    return Map.of("account", "Wendy", "name", "Wendy", "initialPassword", "Aa1!aaaa");
  }

  private static Map<String, Object> accounts(String... accounts) {
    return Map.of("accounts", List.of(accounts));
  }

  private Client.Reply bind(OrderKey order, String organization) {
    return client.post(
        "/app-bindings",
        Map.of(
            "orderId",
            order.orderId(),
            "orderLineId",
            order.orderLineId(),
            "organizationId",
            organization));
  }
}
