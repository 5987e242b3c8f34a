package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.GatewayServer.ACCOUNT;
import static com.guance.onboarding.billing.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.billing.gateway.GatewayServer.CODE_REFERENCE;
import static com.guance.onboarding.billing.gateway.GatewayServer.EMAIL;
import static com.guance.onboarding.billing.gateway.GatewayServer.REFERENCE;
import static com.guance.onboarding.billing.gateway.GatewayServer.WORKSPACE;
import static com.guance.onboarding.billing.gateway.GatewayServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.spi.CodePurpose;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of another form than agreed: what is read all the same, and what is refused. */
class BillingCenterAnswersTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private final BillingCenterGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @AfterEach
  void close() {
    gateway.close();
  }

  static Stream<String> operations() {
    return GatewayServer.operations().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void call_answeredWithoutABody_isUnreadable(String operation) {
    GatewayServer.answerAll(SERVER, 200, "");

    assertThat(failure(operation).field()).isEqualTo("body");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void call_answeredWithAWebPage_isUnreadable(String operation) {
    GatewayServer.answerAll(SERVER, 200, "<html>Sign in to the network</html>");

    assertThat(failure(operation))
        .hasMessageContaining("billing-center " + operation + " unreadable: body is a web page");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void call_answeredWithNothingAgreed_namesAField(String operation) {
    GatewayServer.answerAll(SERVER, 200, "{\"hello\":\"world\"}");

    assertThat(failure(operation)).hasMessageContaining("is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "find billing account,          billing-account, billingAccountId",
    "find billing account,          billing-account, huaweiAccountId",
    "find billing account,          billing-account, userName",
    "register billing account,      billing-account, billingAccountId",
    "bind billing account,          billing-account, huaweiAccountId",
    "confirm enterprise,            billing-account, billingAccountId",
    "send code for billing account, sent-code,       verificationId",
    "send code for workspace,       sent-code,       expiresAt",
    "find code,                     sent-codes,      items",
    "read workspace,                workspace,       workspaceId",
    "read workspace,                workspace,       name",
    "read workspace,                workspace,       language",
    "read workspace,                workspace,       site",
    "read workspace,                workspace,       state",
    "create workspace,              workspace,       workspaceId",
    "bind workspace,                workspace,       workspaceId",
    "register guance account,       guance-account,  workspace",
    "list workspaces,               workspaces,      items",
    "find workspace,                workspaces,      items",
    "read install token,            install-token,   token",
    "find datakit,                  datakits,        items",
    "find datakit,                  datakits,        host",
    "read lifecycle,                lifecycle,       workspaceId",
    "read lifecycle,                lifecycle,       plan",
    "read lifecycle,                lifecycle,       locked",
    "unlock workspace,              lifecycle,       lockedAt",
    "upgrade workspace,             lifecycle,       dataGoneAt",
  })
  void call_answeredWithoutAMandatoryField_namesIt(String operation, String name, String field) {
    GatewayServer.answerAll(SERVER, 200, message(name).replace("\"" + field + "\"", "\"other\""));

    assertThat(failure(operation).field()).isEqualTo(field);
    assertThat(failure(operation).isRetryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "find billing account,    billing-account, userName,   userName",
    "send code for workspace, sent-code,       expiresAt,  expiresAt",
    "read workspace,          workspace,       name,       name",
    "read install token,      install-token,   token,      token",
    "list workspaces,         workspaces,      workspaceId, items.[].workspaceId",
    "register guance account, guance-account,  site,       workspace.site",
  })
  void call_answeredWithAnotherType_namesTheField(
      String operation, String name, String field, String path) {
    GatewayServer.answerAll(
        SERVER,
        200,
        message(name).replaceFirst("(\"" + field + "\": *)[^,\\n]*", "$1{\"canary\":[1]}"));

    assertThat(failure(operation).field()).isEqualTo(path);
    assertThat(failure(operation)).hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "find billing account,     billing-account, 688055390f3049f283fe9f1aa90f7858, somebody-else",
    "register billing account, billing-account, 688055390f3049f283fe9f1aa90f7858, somebody-else",
    "bind billing account,     billing-account, 688055390f3049f283fe9f1aa90f7858, somebody-else",
    "confirm enterprise,       billing-account, ba-1,                             ba-2",
    "read workspace,           workspace,       wksp_1,                           wksp_2",
    "bind workspace,           workspace,       wksp_1,                           wksp_2",
  })
  void call_answeredWithSomebodyElsesThing_isRefused(
      String operation, String name, String asked, String said) {
    GatewayServer.answerAll(SERVER, 200, message(name).replace(asked, said));

    assertThat(failure(operation)).hasMessageContaining("is not the one that was asked for");
  }

  @Test
  void find_whereTheGatewayIgnoresTheFilter_findsNothingOfOthers() {
    GatewayServer.answerAll(SERVER, 200, "{\"items\":[{\"externalReference\":\"other\"},{}]}");

    assertThat(gateway.findCode(CODE_REFERENCE)).isEmpty();
    assertThat(gateway.findWorkspace(REFERENCE)).isEmpty();
  }

  @Test
  void sendCode_withATimeInAnotherZone_readsIt() {
    GatewayServer.answerAll(
        SERVER,
        201,
        message("sent-code").replace("2026-03-01T00:10:00Z", "2026-03-01T08:10:00+08:00"));

    assertThat(gateway.sendCode(CodePurpose.BIND, EMAIL, CODE_REFERENCE).expiresAt())
        .isEqualTo(Instant.parse("2026-03-01T00:10:00Z"));
  }

  @Test
  void sendCode_withATimeThatIsNone_namesTheField() {
    GatewayServer.answerAll(
        SERVER, 201, message("sent-code").replace("2026-03-01T00:10:00Z", "canary"));

    assertThat(failure("send code for workspace").field()).isEqualTo("expiresAt");
    assertThat(failure("send code for workspace")).hasMessageNotContaining("canary");
  }

  @Test
  void workspace_withFieldsAndValuesOfALaterVersion_isRead() {
    GatewayServer.answerAll(
        SERVER,
        200,
        message("workspace")
            .replace("BOUND", "ADORED")
            .replace("\"zh\"", "\"fr\", \"moon\": {\"full\": [true]}"));

    assertThat(gateway.workspace(WORKSPACE).state().bound()).isFalse();
    assertThat(gateway.workspace(WORKSPACE).language()).isEqualTo("fr");
  }

  @Test
  void account_withBlankNames_hasNone() {
    GatewayServer.answerAll(
        SERVER, 200, message("billing-account").replace("GCY Ltd", " ").replace("ga-1", ""));

    assertThat(gateway.findAccount(BUYER).orElseThrow().enterprise()).isEmpty();
    assertThat(gateway.findAccount(BUYER).orElseThrow().guanceAccount()).isFalse();
  }

  @Test
  void workspaces_whereOneIsUnreadable_giveThoseBeforeIt() {
    GatewayServer.answerAll(SERVER, 200, message("workspaces").replace("wksp_1", " "));

    assertThat(gateway.workspaces(ACCOUNT, true).findFirst()).isPresent();
    assertThat(failure("list workspaces").field()).isEqualTo("workspaceId");
  }

  private ProtocolException failure(String operation) {
    return catchThrowableOfType(
        ProtocolException.class,
        () -> Objects.requireNonNull(GatewayServer.operations().get(operation)).accept(gateway));
  }
}
