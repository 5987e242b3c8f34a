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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If one name in what we send were wrong, the emulator would say so: it was not written from our
 * code.
 */
class FlippedNamesTest {

  private static final Emulator EMULATOR = Emulator.start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final List<String> MESSAGES =
      List.of(
          "code",
          "registration",
          "connection",
          "enterprise",
          "workspace",
          "account",
          "settlement",
          "change",
          "upgrade");

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

  /** Every name in everything that we send, inner ones too. */
  static Stream<Arguments> names() {
    return MESSAGES.stream()
        .flatMap(
            message ->
                names("", LenientJson.mapper().valueToTree(payload(message)))
                    .map(name -> Arguments.of(message, name)));
  }

  private static Stream<String> names(String prefix, ObjectNode object) {
    return object.properties().stream()
        .flatMap(
            field -> {
              String name = prefix + field.getKey();
              return field.getValue() instanceof ObjectNode inner
                  ? Stream.concat(Stream.of(name), names(name + ".", inner))
                  : Stream.of(name);
            });
  }

  @ParameterizedTest
  @MethodSource("names")
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
      case "connection" ->
          NewAccountPayload.toBind(NEW_ACCOUNT, CREDENTIALS.verification(), "reference");
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
      case "connection" -> "billing-accounts/bind";
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
