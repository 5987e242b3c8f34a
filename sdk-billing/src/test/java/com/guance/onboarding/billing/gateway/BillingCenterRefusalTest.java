package com.guance.onboarding.billing.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.NotFoundException;
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
class BillingCenterRefusalTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private final BillingCenterGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "send code for billing account, 422, INVALID_VALUE, email,              InvalidRequest, billing.email",
    "send code for workspace,  422, INVALID_VALUE,              email,      InvalidRequest, workspace.email",
    "send code for workspace,  429, CODE_RECENTLY_SENT,         ,           RateLimited,    ",
    "register billing account, 409, HUAWEI_ACCOUNT_ALREADY_BOUND, ,         Conflict,       ",
    "register billing account, 409, HUAWEI_ACCOUNT_ALREADY_BOUND, huaweiAccountId, Conflict, ",
    "register billing account, 409, USER_NAME_TAKEN,            userName,   Conflict,       billing.userName",
    "register billing account, 409, USER_NAME_TAKEN,            ,           Conflict,       billing.userName",
    "register billing account, 409, GUANCE_USER_NAME_TAKEN,     ,           Conflict,       billing.userName",
    "register billing account, 409, EMAIL_TAKEN,                email,      Conflict,       billing.email",
    "register billing account, 422, CODE_WRONG,                 code,       InvalidRequest, code",
    "register billing account, 422, CODE_EXPIRED,               ,           InvalidRequest, code",
    "register billing account, 422, CODE_USED,                  code,       InvalidRequest, code",
    "register billing account, 422, CODE_ATTEMPTS_EXCEEDED,     code,       InvalidRequest, code",
    "register billing account, 422, CODE_NOT_FOUND,             verificationId, InvalidRequest, code",
    "register billing account, 422, INVALID_VALUE,              password,   InvalidRequest, password",
    "register billing account, 422, INVALID_VALUE,              site,       InvalidRequest, workspace.site",
    "register billing account, 422, INVALID_VALUE,              terms.version, InvalidRequest, terms.version",
    "bind billing account,     404, BILLING_ACCOUNT_NOT_FOUND,  userName,   NotFound,       billing.userName",
    "bind billing account,     409, BILLING_ACCOUNT_BOUND_ELSEWHERE, userName, Conflict,    billing.userName",
    "bind billing account,     422, EMAIL_MISMATCH,             email,      InvalidRequest, billing.email",
    "bind billing account,     422, CODE_WRONG,                 code,       InvalidRequest, code",
    "bind billing account,     409, HUAWEI_ACCOUNT_ALREADY_BOUND, ,         Conflict,       ",
    "confirm enterprise,       422, INVALID_VALUE,              name,       InvalidRequest, enterprise.name",
    "confirm enterprise,       404, BILLING_ACCOUNT_NOT_FOUND,  ,           NotFound,       ",
    "list workspaces,          404, BILLING_ACCOUNT_NOT_FOUND,  ,           NotFound,       ",
    "read workspace,           404, WORKSPACE_NOT_FOUND,        ,           NotFound,       workspace.id",
    "bind workspace,           404, WORKSPACE_NOT_FOUND,        ,           NotFound,       workspace.id",
    "read install token,       404, WORKSPACE_NOT_FOUND,        ,           NotFound,       ",
    "create workspace,         409, WORKSPACE_EXISTS,           ,           Conflict,       ",
    "create workspace,         422, EMAIL_NOT_REGISTERED,       ,           InvalidRequest, workspace.email",
    "create workspace,         422, CODE_USED,                  code,       InvalidRequest, code",
    "create workspace,         422, INVALID_VALUE,              language,   InvalidRequest, workspace.language",
    "create workspace,         422, INVALID_VALUE,              name,       InvalidRequest, workspace.name",
    "create workspace,         422, INVALID_VALUE,              billingAccountId, InvalidRequest, ",
    "register guance account,  409, GUANCE_USER_NAME_TAKEN,     userName,   Conflict,       workspace.userName",
    "register guance account,  409, EMAIL_TAKEN,                ,           Conflict,       workspace.email",
    "register guance account,  409, WORKSPACE_EXISTS,           ,           Conflict,       ",
    "register guance account,  422, INVALID_VALUE,              workspace.name, InvalidRequest, workspace.name",
    "register guance account,  422, INVALID_VALUE,              password,   InvalidRequest, password",
    "bind workspace,           409, WORKSPACE_BOUND_ELSEWHERE,  workspaceId, Conflict,      workspace.id",
    "change settlement,        409, SETTLEMENT_CHANGED_THIS_MONTH, ,        Conflict,       ",
    "change settlement,        409, CLOUD_ACCOUNT_SUBSCRIBED,   huaweiAccountId, Conflict,  huaweiAccountId",
    "change settlement,        409, HUAWEI_ACCOUNT_ALREADY_BOUND, ,         Conflict,       ",
    "change settlement,        409, ENTERPRISE_DIFFERS,         billingAccountId, Conflict, ",
    "change settlement,        409, WORKSPACE_FREE,             ,           Conflict,       ",
    "change settlement,        409, COUNTDOWN_OVER,             ,           Conflict,       ",
    "change settlement,        422, INSTANCE_MISMATCH,          instanceId, InvalidRequest, instanceId",
    "change settlement,        422, INSTANCE_MISMATCH,          ,           InvalidRequest, instanceId",
    "change settlement,        404, BILLING_ACCOUNT_NOT_FOUND,  ,           NotFound,       ",
    "unlock workspace,         403, UNLOCK_BY_ACCOUNT_MANAGER,  ,           Permission,     ",
    "unlock workspace,         409, COUNTDOWN_OVER,             ,           Conflict,       ",
    "upgrade workspace,        409, ALREADY_COMMERCIAL,         ,           Conflict,       ",
    "upgrade workspace,        422, INVALID_VALUE,              terms.version, InvalidRequest, terms.version",
    "find billing account,     401, UNAUTHENTICATED,            ,           Authentication, ",
    "find billing account,     403, FORBIDDEN,                  ,           Permission,     ",
    "find datakit,             429, THROTTLED,                  ,           RateLimited,    ",
    "create workspace,         409, IDEMPOTENCY_KEY_REUSED,     ,           Conflict,       ",
    "find code,                500, INTERNAL,                   ,           Unavailable,    ",
    "find workspace,           503, ,                           ,           Unavailable,    ",
    "find workspace,           408, ,                           ,           Unavailable,    ",
    "find workspace,           409, ,                           ,           Conflict,       ",
    "find workspace,           410, ,                           ,           NotFound,       ",
    "find workspace,           425, ,                           ,           Unavailable,    ",
    "create workspace,         418, TEAPOT,                     ,           Remote,         ",
  })
  void call_refused_isNamedByItsCode(
      String operation, int status, String code, String field, String type, String ours) {
    GatewayServer.answerAll(SERVER, status, error(code, field));

    RemoteException refusal = refusal(operation);

    assertThat(refusal.getClass().getSimpleName()).isEqualTo(type + "Exception");
    assertThat(refusal.code()).isEqualTo(code == null ? "none" : code);
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.field().orElse(null)).isEqualTo(ours);
    assertThat(refusal.provider()).isEqualTo("billing-center");
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
    "register billing account, HUAWEI_ACCOUNT_ALREADY_BOUND",
    "bind billing account,     HUAWEI_ACCOUNT_ALREADY_BOUND",
    "create workspace,         WORKSPACE_EXISTS",
    "register guance account,  WORKSPACE_EXISTS",
  })
  void call_ofWhatIsThereAlready_carriesItsId(String operation, String code) {
    GatewayServer.answerAll(
        SERVER, 409, "{\"error\":{\"code\":\"" + code + "\",\"existingId\":\"it-1\"}}");

    ConflictException conflict = (ConflictException) refusal(operation);

    assertThat(conflict.existingId()).contains("it-1");
    assertThat(conflict).hasMessageNotContaining("it-1");
  }

  @Test
  void register_withAWrongCode_saysSoInOurWords() {
    GatewayServer.answerAll(SERVER, 422, GatewayServer.message("refusal"));

    assertThat(refusal("register billing account"))
        .hasMessage(
            "billing-center register billing account refused: CODE_WRONG: field code:"
                + " is not the code that was sent (HTTP 422, request gw-1)");
  }

  @Test
  void createWorkspace_nameAgainstTheGatewaysOwnRule_passesTheRuleOn() {
    GatewayServer.answerAll(
        SERVER,
        422,
        "{\"error\":{\"code\":\"INVALID_VALUE\",\"field\":\"name\","
            + "\"rule\":\"must not be a reserved word\"}}");

    assertThat(refusal("create workspace").rule()).contains("must not be a reserved word");
  }

  @ParameterizedTest
  @CsvSource({"code", "password", "email", "userName", "terms.acceptedBy"})
  void register_refusedForAPersonalValue_keepsTheGatewaysWordsOut(String field) {
    GatewayServer.answerAll(
        SERVER,
        422,
        "{\"error\":{\"code\":\"INVALID_VALUE\",\"field\":\"" + field + "\",\"rule\":\"canary\"}}");

    assertThat(refusal("register billing account").rule()).contains("is not accepted");
  }

  @Test
  void sendCode_tooSoon_saysForHowLong() {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(429)
                    .withHeader("Retry-After", "60")
                    .withBody("{\"error\":{\"code\":\"CODE_RECENTLY_SENT\"}}")));

    assertThat(refusal("send code for workspace").retryAfter()).contains(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @CsvSource({
    "404, '<html>no such page</html>'",
    "404, ''",
    "404, '{}'",
    "404, '{\"error\":{\"code\":\"NOT_FOUND\"}}'",
    "404, '{\"error\":{\"code\":\"WORKSPACE_NOT_FOUND\"}}'",
  })
  void findAccount_refusedByAProxy_isNotAbsent(int status, String body) {
    GatewayServer.answerAll(SERVER, status, body);

    assertThat(catchThrowable(() -> gateway.findAccount(GatewayServer.BUYER)))
        .isInstanceOf(NotFoundException.class);
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
}
