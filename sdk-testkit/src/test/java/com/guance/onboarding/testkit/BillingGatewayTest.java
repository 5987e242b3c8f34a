package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class BillingGatewayTest {

  private static final String EMAIL = "wendy@example.com";
  private static final Map<String, Object> TERMS =
      Map.of("version", "2026-01", "acceptedBy", "Wendy", "at", "2026-03-01T00:00:00Z");

  private final Emulator emulator;
  private final Client client;

  BillingGatewayTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.billingCenterUri().resolve(BillingRoutes.BASE));
  }

  @Test
  void getBillingAccount_none_isNotFound() {
    assertThat(client.get("/huawei-accounts/buyer-1/billing-account").error())
        .isEqualTo("BILLING_ACCOUNT_NOT_FOUND");
  }

  @Test
  void registerBillingAccount_withCode_makesBothAccounts() {
    Client.Reply made = register("gcy-wendy", EMAIL, "buyer-1");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.get("/userName")).isEqualTo("gcy-wendy");
    assertThat(made.get("/guanceAccountId")).startsWith("acnt_");
    assertThat(made.json().at("/enterprise").isNull()).isTrue();
    assertThat(client.get("/huawei-accounts/buyer-1/billing-account").json())
        .isEqualTo(made.json());
    assertThat(emulator.state().toString()).doesNotContain("Aa1!aaaa");
  }

  @Test
  void registerBillingAccount_secondForOneHuaweiAccount_namesTheFirst() {
    String id = register("gcy-wendy", EMAIL, "buyer-1").get("/billingAccountId");

    Client.Reply again = register("gcy-other", "other@example.com", "buyer-1");

    assertThat(again.error()).isEqualTo("HUAWEI_ACCOUNT_ALREADY_BOUND");
    assertThat(again.get("/error/existingId")).isEqualTo(id);
  }

  @Test
  void registerBillingAccount_userNameTaken_keepsTheCodeUsable() {
    emulator.given().billingAccount("gcy-wendy", "somebody@example.com");
    Map<String, Object> body = registration("gcy-wendy", EMAIL, "buyer-1");

    Client.Reply refused = client.post("/billing-accounts", body, "key-1");
    body.put("userName", "gcy-wendy2");
    Client.Reply mended = client.post("/billing-accounts", body, "key-1");

    assertThat(refused.error()).isEqualTo("USER_NAME_TAKEN");
    assertThat(refused.get("/error/field")).isEqualTo("userName");
    assertThat(refused.json().at("/error").has("existingId")).isFalse();
    assertThat(mended.status()).isEqualTo(201);
  }

  @Test
  void registerBillingAccount_withoutTerms_isRefused() {
    Map<String, Object> body = registration("gcy-wendy", EMAIL, "buyer-1");
    body.remove("terms");

    Client.Reply refused = client.post("/billing-accounts", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.get("/error/field")).isEqualTo("terms");
  }

  @Test
  void bindBillingAccount_rightEmail_settlesThroughTheBuyer() {
    BillingAccountId id = emulator.given().billingAccount("gcy-old", EMAIL);

    Client.Reply bound = client.post("/billing-accounts/bind", binding("gcy-old", EMAIL));

    assertThat(bound.status()).isEqualTo(200);
    assertThat(bound.get("/billingAccountId")).isEqualTo(id.value());
    assertThat(bound.get("/huaweiAccountId")).isEqualTo("buyer-1");
    assertThat(bound.json().at("/guanceAccountId").isNull()).isTrue();
  }

  @Test
  void bindBillingAccount_wrongUserOrEmail_saysWhich() {
    emulator.given().billingAccount("gcy-old", EMAIL);

    assertThat(client.post("/billing-accounts/bind", binding("nobody", EMAIL)).error())
        .isEqualTo("BILLING_ACCOUNT_NOT_FOUND");
    Client.Reply mismatch =
        client.post("/billing-accounts/bind", binding("gcy-old", "other@example.com"));
    assertThat(mismatch.error()).isEqualTo("EMAIL_MISMATCH");
    assertThat(mismatch.get("/error/field")).isEqualTo("email");
    assertThat(mismatch.text()).doesNotContain(EMAIL);
  }

  @Test
  void bindBillingAccount_accountOfAnotherBuyer_isRefused() {
    emulator.given().billingAccount(new HuaweiAccountId("buyer-2"), "gcy-old", EMAIL, "Other Ltd");

    assertThat(client.post("/billing-accounts/bind", binding("gcy-old", EMAIL)).error())
        .isEqualTo("BILLING_ACCOUNT_BOUND_ELSEWHERE");
  }

  @Test
  void confirmEnterprise_twice_isTheSame() {
    String id = register("gcy-wendy", EMAIL, "buyer-1").get("/billingAccountId");
    String path = "/billing-accounts/" + id + "/enterprise";

    Client.Reply first = client.put(path, Map.of("name", "GCY Ltd"));
    Client.Reply again = client.put(path, Map.of("name", "GCY Ltd"));

    assertThat(first.get("/enterprise/name")).isEqualTo("GCY Ltd");
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void createWorkspace_afterRegistering_needsNoCode() {
    String account = register("gcy-wendy", EMAIL, "buyer-1").get("/billingAccountId");

    Client.Reply made = client.post("/workspaces", workspace(account));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.get("/state")).isEqualTo("UNBOUND");
    assertThat(made.get("/language")).isEqualTo("zh");
    assertThat(made.get("/workspaceId")).matches("wksp_[0-9a-f]{32}");
    assertThat(client.get("/workspaces?externalReference=ref-1").json().at("/items"))
        .containsExactly(made.json());
    assertThat(client.post("/workspaces", workspace(account)).get("/error/existingId"))
        .isEqualTo(made.get("/workspaceId"));
  }

  @Test
  void createWorkspace_forABoundAccount_needsTheCodeOfAGuanceAccount() {
    BillingAccountId account = bound();
    Map<String, Object> body = workspace(account.value());

    assertThat(client.post("/workspaces", body).get("/error/field")).isEqualTo("email");
    code(body, "CREATE_WORKSPACE", EMAIL);
    assertThat(client.post("/workspaces", body).error()).isEqualTo("EMAIL_NOT_REGISTERED");
    emulator.given().guanceAccount("wendy", EMAIL);
    assertThat(client.post("/workspaces", body).status()).isEqualTo(201);
  }

  @Test
  void createWorkspace_languageMissing_isRefused() {
    String account = register("gcy-wendy", EMAIL, "buyer-1").get("/billingAccountId");
    Map<String, Object> body = workspace(account);
    body.remove("language");

    Client.Reply refused = client.post("/workspaces", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.get("/error/field")).isEqualTo("language");
    body.put("language", "fr");
    assertThat(client.post("/workspaces", body).get("/error/field")).isEqualTo("language");
  }

  @Test
  void registerGuanceAccount_withCode_makesAccountAndWorkspace() {
    Map<String, Object> body = guanceAccount(bound().value());

    Client.Reply made = client.post("/guance-accounts", body);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.get("/guanceAccountId")).startsWith("acnt_");
    assertThat(made.get("/workspace/externalReference")).isEqualTo("ref-1");
    assertThat(client.post("/guance-accounts", body).error()).isEqualTo("WORKSPACE_EXISTS");
  }

  @Test
  void registerGuanceAccount_namesTaken_saysWhichField() {
    String account = bound().value();
    emulator.given().guanceAccount("wendy", "somebody@example.com");
    Map<String, Object> body = guanceAccount(account);

    assertThat(client.post("/guance-accounts", body).error()).isEqualTo("GUANCE_USER_NAME_TAKEN");
    body.put("userName", "wendy2");
    emulator.given().guanceAccount("somebody", EMAIL);
    assertThat(client.post("/guance-accounts", body).error()).isEqualTo("EMAIL_TAKEN");
  }

  @Test
  void bindWorkspace_repeated_isHarmlessAndListedAsBound() {
    BillingAccountId account = bound();
    WorkspaceId workspace = emulator.given().workspace(account, "prod", "zh", "cn4");
    String list = "/billing-accounts/" + account + "/workspaces?state=";

    assertThat(client.get(list + "BINDABLE").json().at("/items")).hasSize(1);
    Client.Reply first = bind(workspace, account);
    Client.Reply again = bind(workspace, account);

    assertThat(first.get("/state")).isEqualTo("BOUND");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(client.get(list + "BINDABLE").json().at("/items")).isEmpty();
    assertThat(client.get(list + "BOUND").json().at("/items")).hasSize(1);
  }

  @Test
  void bindWorkspace_ofSomebodyElse_isRefused() {
    WorkspaceId other = emulator.given().workspaceOfSomebodyElse("prod");

    Client.Reply refused = bind(other, bound());

    assertThat(refused.error()).isEqualTo("WORKSPACE_BOUND_ELSEWHERE");
    assertThat(refused.get("/error/field")).isEqualTo("workspaceId");
  }

  @Test
  void listDataKits_installed_namesHostAndTokenIsStable() {
    WorkspaceId workspace = emulator.given().workspace(bound(), "prod", "zh", "cn4");
    String path = "/workspaces/" + workspace;

    assertThat(client.get(path + "/datakits").json().at("/items")).isEmpty();
    emulator.given().dataKit(workspace, "host-1");

    assertThat(client.get(path + "/datakits").get("/items/0/host")).isEqualTo("host-1");
    assertThat(client.get(path + "/install-token").get("/token")).startsWith("tkn_");
    assertThat(client.get("/workspaces/none/install-token").error())
        .isEqualTo("WORKSPACE_NOT_FOUND");
  }

  private BillingAccountId bound() {
    return emulator
        .given()
        .billingAccount(new HuaweiAccountId("buyer-1"), "gcy-old", "old@example.com", "GCY Ltd");
  }

  private Client.Reply register(String userName, String email, String buyer) {
    return client.post("/billing-accounts", registration(userName, email, buyer));
  }

  private Map<String, Object> registration(String userName, String email, String buyer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("huaweiAccountId", buyer);
    body.put("userName", userName);
    body.put("password", "Aa1!aaaa");
    body.put("email", email);
    body.put("site", "cn4");
    body.put("terms", TERMS);
    body.put("externalReference", "ref-" + buyer);
    code(body, "REGISTER", email);
    return body;
  }

  private Map<String, Object> binding(String userName, String email) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("huaweiAccountId", "buyer-1");
    body.put("userName", userName);
    body.put("email", email);
    body.put("terms", TERMS);
    body.put("externalReference", "ref-bind");
    code(body, "BIND", email);
    return body;
  }

  private static Map<String, Object> workspace(String account) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("billingAccountId", account);
    body.put("name", "prod");
    body.put("language", "zh");
    body.put("site", "cn4");
    body.put("terms", TERMS);
    body.put("externalReference", "ref-1");
    return body;
  }

  private Map<String, Object> guanceAccount(String account) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("billingAccountId", account);
    body.put("userName", "wendy");
    body.put("password", "Aa1!aaaa");
    body.put("site", "cn4");
    body.put("terms", TERMS);
    body.put("workspace", Map.of("name", "prod", "language", "zh", "externalReference", "ref-1"));
    code(body, "REGISTER_ACCOUNT", EMAIL);
    return body;
  }

  private void code(Map<String, Object> body, String purpose, String email) {
    Client.Reply sent =
        client.post(
            "/verification-codes",
            Map.of("purpose", purpose, "email", email, "externalReference", purpose + email));
    body.put("email", email);
    body.put("verificationId", sent.get("/verificationId"));
    body.put("code", emulator.mail().code(email).orElseThrow().reveal());
  }

  private Client.Reply bind(WorkspaceId workspace, BillingAccountId account) {
    return client.post(
        "/workspaces/" + workspace + "/binding",
        Map.of(
            "billingAccountId",
            account.value(),
            "huaweiAccountId",
            "buyer-1",
            "orderId",
            "CS1",
            "orderLineId",
            "CS1-000001"));
  }
}
