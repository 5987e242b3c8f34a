package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs get from the sample backend. */
final class BackendPagesTest extends BackendVisits {

  private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"";

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
  void json_withoutSeveralValues_namesAllThatIsMissingOrWrong() {
    OrderKey order = purchase();
    bind(order, "GCY Ltd");
    String path = path(order);
    visitor.postJson(
        question(path, "CHOOSE_BILLING"), "{\"values\":{\"billing.choice\":\"register\"}}");

    HttpResponse<String> answer =
        visitor.postJson(
            question(path, "PROVIDE_DETAILS"), "{\"values\":{\"terms.at\":\"yesterday\"}}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Visitor.tree(answer).at("/error/message").asText())
        .contains("terms.version is missing", "terms.acceptedBy is missing", "terms.at must be");
  }

  @Test
  void task_thatIsNotOpen_isNotAnswered() {
    String path = path(purchase());

    HttpResponse<String> answer = visitor.postJson(path + "/tasks/none", DETAILS);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Visitor.tree(answer).at("/error/code").asText()).isEqualTo("TASK_NOT_OPEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2147483648", "4294967295", "many", ""})
  void list_withALimitThatIsNone_isRefusedWithTheField(String limit) {
    HttpResponse<String> answer =
        visitor.send(
            visitor.to("/onboardings?limit=" + limit).header("Accept", "application/json"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Visitor.tree(answer).at("/error/field").textValue()).isEqualTo("limit");
  }

  @Test
  void list_withALimit_hasTheNewest() {
    path(purchase());
    OrderKey second = purchase();
    visitor.until("/onboardings", all -> all.size() == 2);

    assertThat(visitor.json("/onboardings?limit=0")).isEmpty();
    assertThat(visitor.json("/onboardings?limit=1"))
        .extracting(one -> one.path("orderId").asText())
        .containsExactly(second.orderId());
    assertThat(visitor.json("/onboardings?limit=2147483647")).hasSize(2);
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
}
