package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.GatewayServer.CREDENTIALS;
import static com.guance.onboarding.billing.gateway.GatewayServer.NEW_ACCOUNT;
import static com.guance.onboarding.billing.gateway.GatewayServer.NEW_WORKSPACE;
import static com.guance.onboarding.billing.gateway.GatewayServer.SETTLEMENT;
import static com.guance.onboarding.billing.gateway.GatewayServer.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.CodePurpose;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.transport.LenientJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * If one name in what we send were wrong, the emulator would say so: it was not written from our
 * code.
 */
class FlippedNamesTest {

  private static final Emulator EMULATOR = Emulator.start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static BillingAccountId account = new BillingAccountId("none");
  private static WorkspaceId workspace = new WorkspaceId("none");

  @BeforeAll
  static void begin() {
    account =
        EMULATOR.given().billingAccount(GatewayServer.BUYER, "anna", "anna@example.com", "GCY Ltd");
    workspace = EMULATOR.given().workspace(account, "prod", "zh", "cn4");
  }

  @AfterAll
  static void end() {
    EMULATOR.close();
  }

  @ParameterizedTest
  @CsvSource({
    "code,         purpose",
    "code,         email",
    "code,         externalReference",
    "registration, huaweiAccountId",
    "registration, userName",
    "registration, password",
    "registration, email",
    "registration, verificationId",
    "registration, code",
    "registration, site",
    "registration, terms",
    "registration, terms.version",
    "registration, terms.acceptedBy",
    "registration, terms.at",
    "enterprise,   name",
    "workspace,    billingAccountId",
    "workspace,    name",
    "workspace,    language",
    "workspace,    site",
    "workspace,    verificationId",
    "workspace,    code",
    "workspace,    terms",
    "workspace,    externalReference",
    "account,      billingAccountId",
    "account,      userName",
    "account,      password",
    "account,      email",
    "account,      verificationId",
    "account,      code",
    "account,      site",
    "account,      workspace.name",
    "account,      workspace.language",
    "account,      workspace.externalReference",
    "settlement,   billingAccountId",
    "settlement,   huaweiAccountId",
    "settlement,   orderId",
    "settlement,   orderLineId",
    "change,       kind",
    "change,       billingAccountId",
    "change,       huaweiAccountId",
    "change,       instanceId",
    "upgrade,      billingAccountId",
    "upgrade,      dataCollectedWhileFree",
    "upgrade,      terms",
    "upgrade,      terms.at",
  })
  void payload_withOneNameFlipped_isRefused(String message, String field) throws Exception {
    ObjectNode payload = LenientJson.mapper().valueToTree(payload(message));
    String[] path = field.split("\\.", -1);
    ObjectNode owner = path.length == 1 ? payload : (ObjectNode) payload.get(path[0]);
    JsonNode value = owner.remove(path[path.length - 1]);
    assertThat(value).as("our payload has the field").isNotNull();
    owner.set(path[path.length - 1] + "s", value);

    HttpResponse<String> answer = send(message, payload.toString());

    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(LenientJson.mapper().readTree(answer.body()).at("/error/field").asText())
        .endsWith(path[path.length - 1]);
  }

  private static Object payload(String message) {
    return switch (message) {
      case "code" -> new NewCodePayload(CodePurpose.REGISTER, "wendy@example.com", "reference");
      case "registration" ->
          NewAccountPayload.toRegister(NEW_ACCOUNT, CREDENTIALS, SITE, "reference");
      case "enterprise" -> new EnterprisePayload("GCY Ltd");
      case "workspace" ->
          NewWorkspacePayload.of(NEW_WORKSPACE, Optional.of(CREDENTIALS.verification()));
      case "account" ->
          NewGuanceAccountPayload.of(
              NEW_WORKSPACE, new Login("wendy", "wendy@example.com"), CREDENTIALS);
      case "change" ->
          SettlementChangePayload.toHuaweiCloud(
              account, GatewayServer.BUYER, new InstanceId("inst-1"));
      case "upgrade" -> UpgradePayload.of(account, GatewayServer.TERMS);
      default -> SettlementPayload.of(SETTLEMENT);
    };
  }

  private static String path(String message) {
    return switch (message) {
      case "code" -> "verification-codes";
      case "registration" -> "billing-accounts";
      case "enterprise" -> "billing-accounts/" + account + "/enterprise";
      case "workspace" -> "workspaces";
      case "account" -> "guance-accounts";
      case "change" -> "workspaces/" + workspace + "/settlement";
      case "upgrade" -> "workspaces/" + workspace + "/upgrade";
      default -> "workspaces/" + workspace + "/binding";
    };
  }

  private static HttpResponse<String> send(String message, String json)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(EMULATOR.billingCenterUri().resolve("/billing/v1/" + path(message)))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "key-" + json.hashCode())
            .method(
                message.equals("enterprise") ? "PUT" : "POST",
                HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
