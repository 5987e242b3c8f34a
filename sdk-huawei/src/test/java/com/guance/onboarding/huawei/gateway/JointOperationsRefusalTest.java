package com.guance.onboarding.huawei.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every documented no, and those that nobody has documented. */
class JointOperationsRefusalTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private final JointOperationsGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "create organization, 409, ORGANIZATION_EXISTS,         ,                Conflict,       ",
    "create organization, 409, SHORT_NAME_TAKEN,            shortName,       Conflict,       organization.shortName",
    "create organization, 409, SHORT_NAME_TAKEN,            ,                Conflict,       organization.shortName",
    "create organization, 422, ORGANIZATION_LIMIT_REACHED,  ,                InvalidRequest, organization.shortName",
    "create organization, 422, ORGANIZATION_LIMIT_REACHED,  huaweiAccountId, InvalidRequest, organization.shortName",
    "add member,          409, ORGANIZATION_CREATING,       organizationId,  Unavailable,    ",
    "bind order,          404, ORGANIZATION_NOT_FOUND,      ,                NotFound,       ",
    "create organization, 422, INVALID_VALUE,               name,            InvalidRequest, organization.name",
    "create organization, 422, INVALID_VALUE,               externalReference, InvalidRequest, ",
    "add member,          409, MEMBER_EXISTS,               ,                Conflict,       ",
    "add member,          422, INVALID_VALUE,               account,         InvalidRequest, member.account",
    "add member,          422, INVALID_VALUE,               name,            InvalidRequest, member.name",
    "add member,          422, INVALID_VALUE,               initialPassword, InvalidRequest, password",
    "add member,          404, ORGANIZATION_NOT_FOUND,      ,                NotFound,       ",
    "bind order,          409, ORDER_ALREADY_BOUND,         ,                Conflict,       ",
    "bind order,          409, PRODUCT_ALREADY_BOUND,       organizationId,  Conflict,       organization.shortName",
    "authorize member,    422, MEMBER_NOT_IN_ORGANIZATION,  accounts,        InvalidRequest, member.account",
    "read login address,  404, BINDING_NOT_FOUND,           ,                NotFound,       ",
    "read organization,   404, ORGANIZATION_NOT_FOUND,      ,                NotFound,       ",
    "find organization,   400, INVALID_REQUEST,             shortName,       InvalidRequest, ",
    "find order,          401, UNAUTHENTICATED,             ,                Authentication, ",
    "find order,          403, FORBIDDEN,                   ,                Permission,     ",
    "find order,          429, THROTTLED,                   ,                RateLimited,    ",
    "bind order,          409, IDEMPOTENCY_KEY_REUSED,      ,                Conflict,       ",
    "bind order,          500, INTERNAL,                    ,                Unavailable,    ",
    "bind order,          503, ,                            ,                Unavailable,    ",
    "bind order,          408, ,                            ,                Unavailable,    ",
    "bind order,          409, ,                            ,                Conflict,       ",
    "bind order,          410, ,                            ,                NotFound,       ",
    "bind order,          425, ,                            ,                Unavailable,    ",
    // The code decides, whatever the status.
    "create organization, 400, SHORT_NAME_TAKEN,            shortName,       Conflict,       organization.shortName",
    "find order,          503, UNAUTHENTICATED,             ,                Authentication, ",
    // Codes of a later version: the status says as much as there is to know.
    "bind order,          409, BOUND_BY_MOONLIGHT,          ,                Conflict,       ",
    "bind order,          422, MOON_IN_THE_WAY,             organizationId,  InvalidRequest, organization.shortName",
    "bind order,          418, TEAPOT,                      ,                Remote,         ",
  })
  void call_refused_isNamedByItsCode(
      String operation, int status, String code, String field, String type, String ours) {
    GatewayServer.answerAll(SERVER, status, error(code, field));

    RemoteException refusal = refusal(operation);

    assertThat(refusal.getClass().getSimpleName()).isEqualTo(type + "Exception");
    assertThat(refusal.code()).isEqualTo(code == null ? "none" : code);
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.field().orElse(null)).isEqualTo(ours);
    assertThat(refusal.provider()).isEqualTo("joint-operations");
    assertThat(refusal.operation()).isEqualTo(operation);
    assertThat(refusal.requestId()).contains("gw-1");
    assertThat(refusal.isRetryable())
        .isEqualTo(
            refusal instanceof UnavailableException || refusal instanceof RateLimitedException);
    refusal.rule().ifPresent(rule -> assertReadable(refusal.field(), rule));
  }

  /** What follows a field begins with a verb, and every rule of ours is said in Chinese too. */
  private static void assertReadable(Optional<String> field, String rule) {
    assertThat(new Problem.What(field, rule).ruleZh()).containsPattern("\\p{IsHan}");
    assertThat(rule)
        .matches(field.isEmpty() ? ".+" : "(must|is|has|was|does|belongs|settles)\\b.*");
  }

  @ParameterizedTest
  @CsvSource({
    "create organization, ORGANIZATION_EXISTS",
    "add member,          MEMBER_EXISTS",
    "bind order,          ORDER_ALREADY_BOUND",
  })
  void call_ofWhatIsThereAlready_carriesItsId(String operation, String code) {
    GatewayServer.answerAll(
        SERVER, 409, "{\"error\":{\"code\":\"" + code + "\",\"existingId\":\"it-1\"}}");

    ConflictException conflict = (ConflictException) refusal(operation);

    assertThat(conflict.existingId()).contains("it-1");
    assertThat(conflict).hasMessageNotContaining("it-1");
  }

  @Test
  void createOrganization_shortNameTaken_saysSoInOurWords() {
    GatewayServer.answerAll(SERVER, 409, GatewayServer.message("refusal"));

    assertThat(refusal("create organization"))
        .hasMessage(
            "joint-operations create organization refused: SHORT_NAME_TAKEN: field"
                + " organization.shortName: is another buyer's (HTTP 409, request gw-1)");
  }

  @Test
  void createOrganization_shortNameAgainstTheGatewaysOwnRule_passesTheRuleOn() {
    GatewayServer.answerAll(SERVER, 422, invalid("shortName", "must not be a reserved word"));

    assertThat(refusal("create organization").rule()).contains("must not be a reserved word");
  }

  @Test
  void call_refusedForAPersonalValue_keepsTheGatewaysWordsOut() {
    GatewayServer.answerAll(SERVER, 422, invalid("account", "canary"));
    assertThat(refusal("add member").rule()).contains("is not accepted");

    GatewayServer.answerAll(SERVER, 422, invalid("initialPassword", "canary"));
    assertThat(refusal("add member").rule()).contains("is not accepted");
  }

  @Test
  void call_refusedForAValueOfOurs_namesItInTheRuleOnly() {
    GatewayServer.answerAll(SERVER, 422, invalid("externalReference", "canary"));

    RemoteException refusal = refusal("create organization");

    assertThat(refusal.field()).isEmpty();
    assertThat(refusal.rule())
        .contains("externalReference is not accepted, and is not the customer's to choose");
  }

  @Test
  void call_throttled_saysForHowLong() {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(429)
                    .withHeader("Retry-After", "90")
                    .withBody("{\"error\":{\"code\":\"THROTTLED\"}}")));

    assertThat(refusal("find order").retryAfter()).contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @CsvSource({
    "404, '<html>no such page</html>'",
    "404, ''",
    "404, '{}'",
    "404, '{\"error\":\"not found\"}'",
    "404, '{\"error\":{\"code\":\"NOT_FOUND\"}}'",
    "410, '[]'",
  })
  void order_refusedByAProxy_isNotAbsent(int status, String body) {
    GatewayServer.answerAll(SERVER, status, body);

    assertThat(catchThrowable(() -> gateway.order(GatewayServer.ORDER)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void order_refusedWithoutACode_saysWhatMayBeWrong() {
    GatewayServer.answerAll(SERVER, 404, "<html>");

    assertThat(refusal("find order"))
        .hasMessage(
            "joint-operations find order refused: without a code: is this the gateway's address?"
                + " (HTTP 404, request req-1)");
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403", "409", "422", "429", "500", "503"})
  void call_refusedWithoutAnyBody_isNamedByItsStatus(int status) {
    GatewayServer.answerAll(SERVER, status, "");

    Class<? extends RemoteException> type =
        switch (status) {
          case 400, 422 -> InvalidRequestException.class;
          case 401 -> AuthenticationException.class;
          case 403 -> PermissionException.class;
          case 409 -> ConflictException.class;
          case 429 -> RateLimitedException.class;
          default -> UnavailableException.class;
        };
    assertThat(refusal("add member")).isExactlyInstanceOf(type);
  }

  private RemoteException refusal(String operation) {
    return catchThrowableOfType(
        RemoteException.class,
        () -> Objects.requireNonNull(GatewayServer.operations().get(operation)).accept(gateway));
  }

  private static String error(String code, String field) {
    return "{\"error\":{"
        + (code == null ? "" : "\"code\":\"" + code + "\",")
        + (field == null ? "" : "\"field\":\"" + field + "\",")
        + "\"message\":\"canary\"},\"requestId\":\"gw-1\"}";
  }

  private static String invalid(String field, String rule) {
    return "{\"error\":{\"code\":\"INVALID_VALUE\",\"field\":\""
        + field
        + "\",\"rule\":\""
        + rule
        + "\"}}";
  }
}
