package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workspaces through the Billing Center gateway: created, bound, reported to. */
@OnboardingEmulator
final class BillingWorkspacesTest extends BillingGatewayCalls {

  BillingWorkspacesTest(Emulator emulator) {
    super(emulator);
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
