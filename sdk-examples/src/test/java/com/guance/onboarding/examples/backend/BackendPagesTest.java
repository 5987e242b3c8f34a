package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.testkit.Emulator;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and programs get from the sample backend, and what nobody gets. */
final class BackendPagesTest {

  private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"";
  private static final String DETAILS =
      "{\"values\":{\"billing.choice\":\"register\",\"billing.userName\":\"gcy-ops\"}}";

  private final Emulator emulator = Emulator.start();
  private Backend backend =
      Backend.start(
          BackendSettings.of(
              emulator.baseUri(), BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY)));
  private Visitor visitor = new Visitor(backend.baseUri());

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    backend.close();
    emulator.close();
  }

  /** Somebody has bought; nobody plays the buyer. */
  private OrderKey purchase() {
    emulator.kooGallery().connect(BackendConnection.to(backend).build());
    return emulator.buyer().purchase();
  }

  private void bind(OrderKey order, String name) {
    TenantId tenant = emulator.buyer().createOrganization(name, "gcy");
    emulator.buyer().addMember(tenant, "Wendy");
    emulator.buyer().bind(order, tenant);
    emulator.buyer().authorize(order, "Wendy");
  }

  private String path(OrderKey order) {
    JsonNode list = visitor.until("/onboardings", all -> all.size() == 1);
    assertThat(list.get(0).path("orderId").asText()).isEqualTo(order.orderId());
    return "/onboardings/" + Visitor.encoded(list.get(0).path("id").asText());
  }

  private static boolean asks(JsonNode onboarding, String kind) {
    return task(onboarding, kind).isPresent();
  }

  private static Optional<JsonNode> task(JsonNode onboarding, String kind) {
    for (JsonNode task : onboarding.path("tasks")) {
      if (task.path("kind").asText().equals(kind)) {
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }

  /** The path of the task that asks what the buyer wants, once it is there. */
  private String question(String onboarding, String kind) {
    JsonNode one = visitor.until(onboarding, seen -> asks(seen, kind));
    return onboarding
        + "/tasks/"
        + Visitor.encoded(task(one, kind).orElseThrow().path("id").asText());
  }

  @Test
  void json_ofAnOnboarding_hasTheNamesThatTheContractGives() {
    OrderKey order = purchase();
    String path = path(order);

    JsonNode one = visitor.until(path, seen -> asks(seen, "CREATE_ORGANIZATION"));

    assertThat(visitor.json("/onboardings").isArray()).isTrue();
    assertThat(one.path("id").asText()).isNotBlank();
    assertThat(one.path("orderId").asText()).isEqualTo(order.orderId());
    assertThat(one.path("outcome").asText()).isEqualTo("WAITING");
    assertThat(one.path("stage").asText()).isEqualTo("ORGANIZATION");
    assertThat(one.path("waitingFor"))
        .extracting(JsonNode::asText)
        .contains("CREATE_ORGANIZATION", "BIND_APP", "tenantSync");
    for (JsonNode task : one.path("tasks")) {
      assertThat(task.path("id").asText()).isNotBlank();
      assertThat(task.path("kind").asText()).isNotBlank();
      assertThat(task.path("inputs").isArray()).isTrue();
      assertThat(task.path("provenBy").asText()).isNotBlank();
    }
    assertThat(one.path("workspaceId").isNull()).as("what is absent is null").isTrue();
  }

  @Test
  void dataKitToInstall_onPageAndInJson_showsTheMaskedCommand() {
    BillingAccountId account =
        emulator
            .given()
            .billingAccount(emulator.buyer().account(), "gcy-ops", "wendy@example.com", "GCY Ltd");
    WorkspaceId workspace = emulator.given().boundWorkspace(account, "gcy-prod", "zh", "cn4");
    OrderKey order = purchase();
    bind(order, "GCY Ltd");
    String path = path(order);

    JsonNode one = visitor.until(path, seen -> asks(seen, "INSTALL_DATAKIT"));

    String command =
        task(one, "INSTALL_DATAKIT").orElseThrow().path("commands").path("linux").asText();
    assertThat(command).contains("https://cn4-openway.guance.com?token=***");
    String page = visitor.page(path).body();
    assertThat(page).contains("<pre>").contains("https://cn4-openway.guance.com?token=***");
    assertThat(one.toString() + page)
        .doesNotContain(emulator.buyer().guance().dataToken(workspace).reveal());
  }

  @Test
  void pages_organizationNamedLikeAScript_areEscaped() {
    OrderKey order = purchase();
    bind(order, HOSTILE);
    String path = path(order);
    visitor.until(path, seen -> !asks(seen, "BIND_APP"));

    for (HttpResponse<String> page : List.of(visitor.page("/onboardings"), visitor.page(path))) {
      assertThat(page.body())
          .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;")
          .doesNotContain("<script")
          .doesNotContain("\" onload=\"");
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains(
                          "default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                      .doesNotContain("unsafe"));
      assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void form_withTheTokenOfItsPage_answersTheTask() {
    OrderKey order = purchase();
    bind(order, "GCY Ltd");
    String path = path(order);
    String task = question(path, "CHOOSE_BILLING");
    HttpResponse<String> page = visitor.page(path);
    assertThat(page.body()).contains("action=\"" + task + "\"", "name=\"billing.choice\"");

    HttpResponse<String> answer =
        visitor.form(task, Map.of("csrf", Visitor.formToken(page), "billing.choice", "register"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains(path);
    assertThat(asks(visitor.json(path), "CHOOSE_BILLING")).isFalse();
  }

  @Test
  void form_withoutTheTokenOfThisBrowser_changesNothing() {
    OrderKey order = purchase();
    bind(order, "GCY Ltd");
    String path = path(order);
    String task = question(path, "CHOOSE_BILLING");
    String ofSomebodyElse = Visitor.formToken(new Visitor(backend.baseUri()).page(path));
    visitor.page(path);

    for (Map<String, String> form :
        List.of(
            Map.of("billing.choice", "register"),
            Map.of("billing.choice", "register", "csrf", ""),
            Map.of("billing.choice", "register", "csrf", ofSomebodyElse))) {
      assertThat(visitor.form(task, form).statusCode()).isEqualTo(403);
    }
    assertThat(asks(visitor.json(path), "CHOOSE_BILLING")).isTrue();
  }

  @Test
  void json_withValues_answersTheTask() {
    OrderKey order = purchase();
    bind(order, "GCY Ltd");
    String path = path(order);

    HttpResponse<String> answer =
        visitor.postJson(
            question(path, "CHOOSE_BILLING"), "{\"values\":{\"billing.choice\":\"register\"}}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Visitor.tree(answer).path("orderId").asText()).isEqualTo(order.orderId());
    assertThat(asks(Visitor.tree(answer), "CHOOSE_BILLING")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"values\":{\"billing.choice\":\"MAYBE\"}} | 422 | INVALID_VALUE   | billing.choice",
        "{\"values\":{}}                             | 422 | MISSING_VALUE   | billing.choice",
        "{\"values\":{\"billing.choice\":[1]}}       | 400 | MALFORMED       | billing.choice",
        "{\"values\":                                | 400 | MALFORMED       |"
      })
  void json_thatCannotBeTaken_isRefusedWithFieldAndCode(
      String body, int status, String code, String field) {
    OrderKey order = purchase();
    bind(order, "GCY Ltd");
    String path = path(order);

    HttpResponse<String> answer = visitor.postJson(question(path, "CHOOSE_BILLING"), body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Visitor.tree(answer).at("/error/code").asText()).isEqualTo(code);
    assertThat(Visitor.tree(answer).at("/error/field").textValue()).isEqualTo(field);
    assertThat(asks(visitor.json(path), "CHOOSE_BILLING")).isTrue();
  }

  @Test
  void json_fromAnotherSite_isRefused() {
    String path = path(purchase());
    String task = question(path, "CREATE_ORGANIZATION");

    HttpResponse<String> answer =
        visitor.send(
            visitor
                .to(task)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(DETAILS)));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void task_thatIsNotOpen_isNotAnswered() {
    String path = path(purchase());

    HttpResponse<String> answer = visitor.postJson(path + "/tasks/none", DETAILS);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Visitor.tree(answer).at("/error/code").asText()).isEqualTo("TASK_NOT_OPEN");
  }

  @Test
  void unknownOnboarding_isNotFound() {
    HttpResponse<String> page = visitor.page("/onboardings/%3Cscript%3E");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).doesNotContain("<script");
  }

  @Test
  void health_tellsThatItIsUp() {
    HttpResponse<String> health = visitor.page("/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(Visitor.tree(health).path("status").asText()).isEqualTo("UP");
    assertThat(Visitor.tree(health).path("node").asText()).isEqualTo("node-1");
  }

  /** A page of the internet whose name suddenly means this machine. */
  @Test
  void pages_underAnotherHostsName_areNotShown() throws IOException {
    assertThat(status("127.0.0.1:1")).isEqualTo(200);
    assertThat(status("evil.example")).isEqualTo(403);
  }

  private int status(String host) throws IOException {
    URI uri = backend.baseUri();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /onboardings HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void listen_onAHostWithoutAToken_isRefused() {
    assertThatThrownBy(
            () -> new BackendSettings.Listen(Optional.of("0.0.0.0"), 0, Optional.empty()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("operator-token");
  }

  @Test
  void pages_withAnOperatorToken_areForTheOperatorOnly() {
    backend.close();
    backend =
        Backend.start(
            BackendSettings.of(
                    emulator.baseUri(),
                    BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY))
                .with(
                    new BackendSettings.Listen(
                        Optional.of("127.0.0.1"), 0, Optional.of(Secret.of("canary-op")))));
    visitor = new Visitor(backend.baseUri());

    assertThat(visitor.page("/onboardings").statusCode()).isEqualTo(401);
    assertThat(visitor.postJson("/onboardings/x/tasks/y", DETAILS).statusCode()).isEqualTo(401);
    assertThat(bearer("wrong").statusCode()).isEqualTo(401);
    assertThat(bearer("canary-op").statusCode()).isEqualTo(200);
    assertThat(visitor.page("/health").statusCode()).isEqualTo(200);
    assertThat(visitor.form("/operator", Map.of("token", "canary-op")).statusCode())
        .as("without the form's own token")
        .isEqualTo(403);

    String token = Visitor.formToken(visitor.page("/operator"));
    assertThat(visitor.form("/operator", Map.of("csrf", token, "token", "wrong")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> in =
        visitor.form("/operator", Map.of("csrf", token, "token", "canary-op"));

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Strict")
                    .doesNotContain("canary"));
    assertThat(visitor.page("/onboardings").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> bearer(String token) {
    return visitor.send(visitor.to("/onboardings").header("Authorization", "Bearer " + token));
  }
}
