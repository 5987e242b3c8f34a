package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnboardingEmulator
final class OpenApiTest {

  private static final Map<String, Object> TERMS =
      Map.of("version", "1", "acceptedBy", "Wendy", "at", "2026-03-01T00:00:00Z");
  private static final String EMAIL = "wendy@example.com";

  private final Emulator emulator;
  private final Client client;
  private final Set<String> seen = new HashSet<>();

  OpenApiTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.baseUri());
  }

  @ParameterizedTest
  @CsvSource({
    "joint-operations.yaml, /joint-operations/v1",
    "billing-center.yaml, /billing/v1",
    "emulator.yaml, /emulator"
  })
  void document_andRoutes_areTheSame(String file, String base) {
    Map<String, String> routes = new TreeMap<>();
    emulator.routes().stream()
        .filter(route -> route.template().startsWith(base + "/"))
        .forEach(route -> routes.put(route.operation(), route.method() + " " + route.template()));

    assertThat(OpenApi.read(file, base).addresses()).isEqualTo(routes);
  }

  @ParameterizedTest
  @CsvSource({"joint-operations.yaml", "billing-center.yaml", "emulator.yaml"})
  void document_examples_areWhatTheSchemasSay(String file) {
    OpenApi api = OpenApi.read(file, "");

    assertThat(api.document().get("openapi").asText()).isEqualTo("3.1.0");
    assertThat(api.exampleViolations()).isEmpty();
  }

  @Test
  void violations_answerOfAnotherShape_areFound() {
    OpenApi api = OpenApi.read("joint-operations.yaml", "");
    Client.Reply clock = client.get("/emulator/clock");

    assertThat(api.violations("getLoginAddress", 200, clock.json()))
        .containsExactlyInAnyOrder(
            "getLoginAddress lacks url", "getLoginAddress has the undescribed now");
    assertThat(api.violations("getLoginAddress", 204, clock.json())).hasSize(1);
  }

  @Test
  void jointOperations_answers_areAsDescribed() {
    String base = MarketplaceRoutes.BASE;
    OpenApi api = OpenApi.read("joint-operations.yaml", base);
    emulator.given().order(new OrderKey("CS1", "CS1-000001"), new HuaweiAccountId("buyer-1"));
    check(api, "getOrderLine", client.get(base + "/orders/CS1/lines/CS1-000001"));
    check(api, "getOrderLine", client.get(base + "/orders/CS2/lines/CS2-000001"));
    Map<String, Object> gcy =
        Map.of(
            "huaweiAccountId", "buyer-1",
            "name", "GCY Ltd",
            "shortName", "gcy",
            "externalReference", "ref-1");
    String id =
        check(api, "createOrganization", client.post(base + "/organizations", gcy))
            .at("/organizationId")
            .asText();
    check(api, "createOrganization", client.post(base + "/organizations", gcy));
    check(api, "createOrganization", client.post(base + "/organizations", "{"));
    check(api, "createOrganization", client.post(base + "/organizations", Map.of()));
    check(api, "listOrganizations", client.get(base + "/organizations"));
    check(api, "listOrganizations", client.get(base + "/organizations?pageSize=0"));
    String organization = base + "/organizations/" + id;
    check(api, "getOrganization", client.get(organization));
    check(api, "getOrganization", client.get(base + "/organizations/none"));
    Map<String, Object> wendy =
        Map.of("account", "Wendy", "name", "Wendy", "initialPassword", "Aa1!aaaa");
    check(api, "addMember", client.post(organization + "/members", wendy));
    check(api, "addMember", client.post(organization + "/members", wendy));
    check(api, "listMembers", client.get(organization + "/members"));
    Map<String, Object> binding =
        Map.of("orderId", "CS1", "orderLineId", "CS1-000001", "organizationId", id);
    String bound =
        base
            + "/app-bindings/"
            + check(api, "bindApp", client.post(base + "/app-bindings", binding))
                .at("/bindingId")
                .asText();
    check(api, "bindApp", client.post(base + "/app-bindings", binding));
    check(api, "listAppBindings", client.get(base + "/app-bindings"));
    Map<String, Object> accounts = Map.of("accounts", List.of("Wendy"));
    check(api, "authorizeMembers", client.post(bound + "/authorizations", accounts));
    check(
        api,
        "authorizeMembers",
        client.post(bound + "/authorizations", Map.of("accounts", List.of("Mallory"))));
    check(api, "listAuthorizations", client.get(bound + "/authorizations"));
    check(api, "getLoginAddress", client.get(bound + "/login-address"));
    emulator.fault("throttle", 1);
    check(api, "getLoginAddress", client.get(bound + "/login-address"));
    assertThat(seen).isEqualTo(api.addresses().keySet());
  }

  @Test
  void billingCenter_answers_areAsDescribed() {
    String base = BillingRoutes.BASE;
    OpenApi api = OpenApi.read("billing-center.yaml", base);
    String find = base + "/huawei-accounts/buyer-1/billing-account";
    check(api, "getBillingAccountOfHuaweiAccount", client.get(find));
    Map<String, Object> registration = proven(api, "REGISTER", EMAIL);
    registration.put("huaweiAccountId", "buyer-1");
    registration.put("userName", "gcy-wendy");
    registration.put("password", "Aa1!aaaa");
    registration.put("site", "cn4");
    registration.put("externalReference", "ref-1");
    String account =
        check(api, "registerBillingAccount", client.post(base + "/billing-accounts", registration))
            .at("/billingAccountId")
            .asText();
    check(api, "registerBillingAccount", client.post(base + "/billing-accounts", registration));
    check(api, "getBillingAccountOfHuaweiAccount", client.get(find));
    String accountPath = base + "/billing-accounts/" + account;
    check(api, "confirmEnterprise", client.put(accountPath + "/enterprise", Map.of("name", "GCY")));
    bind(api, base);
    workspaces(api, base, account);
    registerGuanceAccount(api, base, account);
    check(
        api,
        "listVerificationCodes",
        client.get(base + "/verification-codes?externalReference=none"));
    check(api, "listBillingAccountWorkspaces", client.get(accountPath + "/workspaces"));
    assertThat(seen).isEqualTo(api.addresses().keySet());
  }

  private void bind(OpenApi api, String base) {
    emulator.given().billingAccount("gcy-old", EMAIL);
    Map<String, Object> binding = proven(api, "BIND", EMAIL);
    binding.put("huaweiAccountId", "buyer-2");
    binding.put("userName", "gcy-old");
    binding.put("externalReference", "ref-2");
    check(api, "bindBillingAccount", client.post(base + "/billing-accounts/bind", binding));
    check(api, "bindBillingAccount", client.post(base + "/billing-accounts/bind", binding));
  }

  private void workspaces(OpenApi api, String base, String account) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("billingAccountId", account);
    wanted.put("name", "gcy");
    wanted.put("language", "zh");
    wanted.put("site", "cn4");
    wanted.put("terms", TERMS);
    wanted.put("externalReference", "ref-3");
    String id =
        check(api, "createWorkspace", client.post(base + "/workspaces", wanted))
            .at("/workspaceId")
            .asText();
    check(api, "createWorkspace", client.post(base + "/workspaces", wanted));
    check(api, "listWorkspaces", client.get(base + "/workspaces?externalReference=ref-3"));
    String path = base + "/workspaces/" + id;
    check(api, "getWorkspace", client.get(path));
    Map<String, Object> settlement =
        Map.of(
            "billingAccountId", account,
            "huaweiAccountId", "buyer-1",
            "orderId", "CS1",
            "orderLineId", "CS1-000001");
    check(api, "bindWorkspace", client.post(path + "/binding", settlement));
    check(api, "getInstallToken", client.get(path + "/install-token"));
    emulator.given().dataKit(new WorkspaceId(id), "host-1");
    check(api, "listDataKits", client.get(path + "/datakits"));
    lifecycle(api, path, account);
  }

  private void lifecycle(OpenApi api, String path, String account) {
    Map<String, Object> terms = Map.of("terms", TERMS, "dataCollectedWhileFree", "INVISIBLE");
    Map<String, Object> upgrade = new HashMap<>(terms);
    upgrade.put("billingAccountId", account);
    check(api, "upgradeWorkspace", client.post(path + "/upgrade", upgrade));
    check(api, "getLifecycle", client.get(path + "/lifecycle"));
    Map<String, Object> billing = Map.of("kind", "BILLING_CENTER", "billingAccountId", account);
    check(api, "changeSettlement", client.post(path + "/settlement", billing));
    OrderKey order = emulator.buyer().purchase(new HuaweiAccountId("buyer-1"));
    Map<String, Object> huawei =
        Map.of(
            "kind",
            "HUAWEI_CLOUD",
            "billingAccountId",
            account,
            "huaweiAccountId",
            "buyer-1",
            "instanceId",
            emulator.rows("orders").get(0).get("instanceId"));
    check(api, "changeSettlement", client.post(path + "/settlement", huawei));
    emulator.clock().advance(Duration.ofDays(31));
    check(api, "changeSettlement", client.post(path + "/settlement", huawei));
    emulator.buyer().subscriptions().close(order);
    check(api, "getLifecycle", client.get(path + "/lifecycle"));
    check(api, "unlockWorkspace", client.post(path + "/unlock", Map.of()));
  }

  private void registerGuanceAccount(OpenApi api, String base, String account) {
    Map<String, Object> wanted = proven(api, "REGISTER_ACCOUNT", "new@example.com");
    wanted.put("billingAccountId", account);
    wanted.put("userName", "wendy-new");
    wanted.put("password", "Aa1!aaaa");
    wanted.put("site", "cn4");
    wanted.put("workspace", Map.of("name", "gcy", "language", "en", "externalReference", "ref-4"));
    check(api, "registerGuanceAccount", client.post(base + "/guance-accounts", wanted));
    check(api, "registerGuanceAccount", client.post(base + "/guance-accounts", wanted));
  }

  private Map<String, Object> proven(OpenApi api, String purpose, String email) {
    Client.Reply sent =
        client.post(
            BillingRoutes.BASE + "/verification-codes",
            Map.of("purpose", purpose, "email", email, "externalReference", purpose));
    check(api, "sendVerificationCode", sent);
    Map<String, Object> body = new HashMap<>();
    body.put("email", email);
    body.put("verificationId", sent.get("/verificationId"));
    body.put("code", emulator.mail().code(email).orElseThrow().reveal());
    body.put("terms", TERMS);
    return body;
  }

  @Test
  void emulator_answers_areAsDescribed() {
    OpenApi api = OpenApi.read("emulator.yaml", ControlRoutes.BASE);
    Map<String, String> all = api.addresses();
    for (String act :
        List.of(
            "Purchase",
            "CreateOrganization",
            "AddMember",
            "Bind",
            "Authorize",
            "SignIn",
            "Renew",
            "Upgrade",
            "Freeze",
            "Unfreeze",
            "Close")) {
      String path = all.getOrDefault("buyer" + act, "").substring("POST ".length());
      check(api, "buyer" + act, client.post(path, Map.of()));
    }
    Client control = new Client(emulator.baseUri().resolve(ControlRoutes.BASE));
    partner(api, control);
    check(api, "planFault", control.post("/faults", Map.of()));
    check(api, "listFaults", control.get("/faults"));
    check(api, "clearFaults", control.delete("/faults"));
    check(api, "getClock", control.get("/clock"));
    check(api, "advanceClock", control.post("/clock", Map.of()));
    client.get(MarketplaceRoutes.BASE + "/organizations");
    check(api, "listCalls", control.get("/calls"));
    emulator.buyer().guance().register(new HuaweiAccountId("buyer-1"), "gcy", EMAIL);
    emulator.given().dataKit(emulator.given().workspaceOfSomebodyElse("prod"), "host-1");
    check(api, "buyerCreateApiKey", control.post("/buyer/create-api-key", Map.of()));
    check(api, "reportDataKit", control.post("/datakit/report", Map.of()));
    check(api, "reportDataKit", control.post("/datakit/report", Map.of("token", "tkn_none")));
    emulator.given().deployedAccount("ops", "ops@example.com");
    check(api, "getState", control.get("/state"));
    check(api, "resetState", control.delete("/state"));
    assertThat(seen).isEqualTo(all.keySet());
  }

  private void partner(OpenApi api, Client control) {
    check(api, "buyerDialTest", control.post("/buyer/dial-test", Map.of()));
    check(api, "sellerCredential", control.post("/seller/credential", Map.of()));
    try (FakePartner partner = new FakePartner()) {
      emulator.kooGallery().connect(partner.connection().build());
      control.post("/buyer/purchase", Map.of());
      control.post("/buyer/renew", Map.of());
      check(api, "buyerDepartment", control.post("/buyer/department", Map.of()));
      check(api, "buyerDialTest", control.post("/buyer/dial-test", Map.of()));
      check(api, "buyerApplyForCredential", control.post("/buyer/apply-for-credential", Map.of()));
      check(api, "sellerCredential", control.post("/seller/credential", Map.of()));
      Map<String, Object> noKey = Map.of("publicKey", "none");
      check(api, "sellerCredential", control.post("/seller/credential", noKey));
      partner.answers(asked -> FakePartner.Reply.status(500));
      control.post("/buyer/purchase", Map.of());
      control.post("/clock", Map.of("advance", "PT3H"));
      check(api, "getState", control.get("/state"));
    } finally {
      emulator.kooGallery().disconnect();
    }
  }

  private JsonNode check(OpenApi api, String operation, Client.Reply reply) {
    seen.add(operation);
    assertThat(api.violations(operation, reply.status(), reply.json()))
        .as("%s %s", operation, reply.text())
        .isEmpty();
    return reply.json();
  }
}
