package com.guance.onboarding.huawei.gateway;

import static com.guance.onboarding.huawei.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.huawei.gateway.GatewayServer.NEW_ORGANIZATION;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.transport.LenientJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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

  private static TenantId tenant = new TenantId("none");
  private static String bindingId = "none";

  @BeforeAll
  static void begin() {
    EMULATOR.given().order(ORDER, BUYER);
    tenant = EMULATOR.given().organization(BUYER, "Another", "another");
    EMULATOR.buyer().addMember(tenant, "Wendy");
    bindingId = EMULATOR.buyer().bind(ORDER, tenant).value();
  }

  @AfterAll
  static void end() {
    EMULATOR.close();
  }

  @ParameterizedTest
  @CsvSource({
    "organization,  huaweiAccountId",
    "organization,  name",
    "organization,  shortName",
    "member,        account",
    "member,        name",
    "member,        initialPassword",
    "binding,       orderId",
    "binding,       orderLineId",
    "binding,       organizationId",
    "authorization, accounts",
  })
  void payload_withOneNameFlipped_isRefused(String message, String field) throws Exception {
    ObjectNode payload = LenientJson.mapper().valueToTree(payload(message));
    JsonNode value = payload.remove(field);
    assertThat(value).as("our payload has the field").isNotNull();
    payload.set(field + "s", value);

    HttpResponse<String> answer = post(path(message), payload.toString());

    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(LenientJson.mapper().readTree(answer.body()).at("/error/field").asText())
        .isEqualTo(field);
  }

  private static Object payload(String message) {
    return switch (message) {
      case "organization" -> NewOrganizationPayload.of(NEW_ORGANIZATION, "reference");
      case "member" -> new NewMemberPayload("Anna", "Anna", "password");
      case "binding" -> new NewBindingPayload(ORDER.orderId(), ORDER.orderLineId(), tenant.value());
      default -> new NewAuthorizationsPayload(List.of("Wendy"));
    };
  }

  private static String path(String message) {
    return switch (message) {
      case "organization" -> "organizations";
      case "member" -> "organizations/" + tenant + "/members";
      case "binding" -> "app-bindings";
      default -> "app-bindings/" + bindingId + "/authorizations";
    };
  }

  private static HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(
                EMULATOR.jointOperationsUri().resolve("/joint-operations/v1/" + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "key-" + json.hashCode())
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
