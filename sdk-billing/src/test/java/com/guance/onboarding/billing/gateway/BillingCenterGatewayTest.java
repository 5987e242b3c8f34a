package com.guance.onboarding.billing.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.guance.onboarding.billing.gateway.GatewayServer.ACCOUNT;
import static com.guance.onboarding.billing.gateway.GatewayServer.BOUND;
import static com.guance.onboarding.billing.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.billing.gateway.GatewayServer.CODE;
import static com.guance.onboarding.billing.gateway.GatewayServer.CODE_REFERENCE;
import static com.guance.onboarding.billing.gateway.GatewayServer.CREDENTIALS;
import static com.guance.onboarding.billing.gateway.GatewayServer.EMAIL;
import static com.guance.onboarding.billing.gateway.GatewayServer.NEW_ACCOUNT;
import static com.guance.onboarding.billing.gateway.GatewayServer.NEW_WORKSPACE;
import static com.guance.onboarding.billing.gateway.GatewayServer.REFERENCE;
import static com.guance.onboarding.billing.gateway.GatewayServer.ROOT;
import static com.guance.onboarding.billing.gateway.GatewayServer.SETTLEMENT;
import static com.guance.onboarding.billing.gateway.GatewayServer.WORKSPACE;
import static com.guance.onboarding.billing.gateway.GatewayServer.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.spi.BillingGateway.SentCode;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState.Binding;
import com.guance.onboarding.spi.CodePurpose;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent, to the letter, and what is made of the answers. */
class BillingCenterGatewayTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private static final BillingAccount BILLING_ACCOUNT =
      new BillingAccount(ACCOUNT, "canary-user", Optional.of("GCY Ltd"), true);
  private static final SentCode SENT_CODE =
      new SentCode(new VerificationId("v-1"), Instant.parse("2026-03-01T00:10:00Z"));
  private final BillingCenterGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void findAccount_thatIsThere_givesIt() {
    onGet("/huawei-accounts/688055390f3049f283fe9f1aa90f7858/billing-account", "billing-account");

    assertThat(gateway.findAccount(BUYER)).contains(BILLING_ACCOUNT);
  }

  @Test
  void findAccount_withoutEnterpriseAndGuanceAccount_saysSo() {
    onGet(
        "/huawei-accounts/688055390f3049f283fe9f1aa90f7858/billing-account",
        "bare-billing-account");

    assertThat(gateway.findAccount(BUYER))
        .contains(new BillingAccount(ACCOUNT, "canary-user", Optional.empty(), false));
  }

  @Test
  void findAccount_thatIsNotThere_isEmpty() {
    GatewayServer.answerAll(SERVER, 404, "{\"error\":{\"code\":\"BILLING_ACCOUNT_NOT_FOUND\"}}");

    assertThat(gateway.findAccount(BUYER)).isEmpty();
  }

  @Test
  void findCode_amongThoseOfOthers_findsOurs() {
    onGet(
        "/verification-codes?pageSize=100&externalReference=code%3AREGISTER%3ACS-1", "sent-codes");

    assertThat(gateway.findCode(CODE_REFERENCE)).contains(SENT_CODE);
  }

  @Test
  void sendCode_isKeyedByItsReference() {
    onPost("/verification-codes", CODE_REFERENCE, "new-code", 201, "sent-code");

    assertThat(gateway.sendCode(CodePurpose.REGISTER, EMAIL, CODE_REFERENCE)).isEqualTo(SENT_CODE);
  }

  @Test
  void sendCode_whileOneIsOnItsWay_givesThatOne() {
    onPost("/verification-codes", CODE_REFERENCE, "new-code", 200, "sent-code");

    assertThat(gateway.sendCode(CodePurpose.REGISTER, EMAIL, CODE_REFERENCE)).isEqualTo(SENT_CODE);
  }

  @Test
  void register_sendsWhatWasTyped() {
    onPost("/billing-accounts", "account-key", "registration", 201, "billing-account");

    assertThat(gateway.register(NEW_ACCOUNT, CREDENTIALS, "account-key"))
        .isEqualTo(BILLING_ACCOUNT);
  }

  @Test
  void bind_sendsNeitherPasswordNorSite() {
    onPost("/billing-accounts/bind", "account-key", "account-binding", 200, "billing-account");

    assertThat(gateway.bind(NEW_ACCOUNT, CODE, "account-key")).isEqualTo(BILLING_ACCOUNT);
  }

  @Test
  void confirmEnterprise_afterAFailure_isRepeatedWithoutAKey() {
    SERVER.stubFor(
        enterprise().inScenario("busy").willReturn(serviceUnavailable()).willSetStateTo("ready"));
    SERVER.stubFor(
        enterprise()
            .inScenario("busy")
            .whenScenarioStateIs("ready")
            .withRequestBody(equalToJson(message("enterprise")))
            .willReturn(okJson(message("billing-account"))));

    gateway.confirmEnterprise(ACCOUNT, "GCY Ltd");

    SERVER.verify(2, putRequestedFor(anyUrl()).withHeader("Idempotency-Key", absent()));
  }

  @Test
  void workspaces_areReadPageByPage() {
    String first = ROOT + "/billing-accounts/ba-1/workspaces?pageSize=100&state=BINDABLE";
    SERVER.stubFor(
        get(first)
            .willReturn(
                okJson(message("workspaces").replaceFirst("\\{", "{\"nextCursor\":\"2\","))));
    SERVER.stubFor(get(first + "&cursor=2").willReturn(okJson(message("workspaces"))));

    Iterator<Workspace> workspaces = gateway.workspaces(ACCOUNT, false).iterator();

    assertThat(workspaces.next().state())
        .isEqualTo(new WorkspaceState(Binding.UNBOUND, Optional.empty(), Optional.empty()));
    assertThat(workspaces.next()).isEqualTo(BOUND);
    SERVER.verify(1, getRequestedFor(anyUrl()));
    assertThat(workspaces).toIterable().hasSize(2);
  }

  @Test
  void workspaces_thatAreBound_areAskedForAsSuch() {
    onGet("/billing-accounts/ba-1/workspaces?pageSize=100&state=BOUND", "workspaces");

    assertThat(gateway.workspaces(ACCOUNT, true)).hasSize(2);
  }

  @Test
  void findWorkspace_ofTheSameName_isOursByReferenceOnly() {
    onGet("/workspaces?pageSize=100&externalReference=workspace%3ACS-1%2F1", "workspaces");
    onGet("/workspaces?pageSize=100&externalReference=workspace%3ACS-2%2F1", "workspaces");

    assertThat(gateway.findWorkspace(REFERENCE)).contains(BOUND);
    assertThat(gateway.findWorkspace("workspace:CS-2/1")).isEmpty();
  }

  @Test
  void workspace_isRead() {
    onGet("/workspaces/wksp_1", "workspace");

    assertThat(gateway.workspace(WORKSPACE)).isEqualTo(BOUND);
  }

  @Test
  void createWorkspace_forAGuanceAccountThatExists_sendsTheCode() {
    onPost("/workspaces", REFERENCE, "new-workspace", 201, "workspace");

    assertThat(gateway.createWorkspace(NEW_WORKSPACE, Optional.of(CODE))).isEqualTo(BOUND);
  }

  @Test
  void createWorkspace_rightAfterRegistration_sendsNeitherEmailNorCode() {
    onPost("/workspaces", REFERENCE, "new-workspace-after-registration", 201, "workspace");

    assertThat(gateway.createWorkspace(InvalidValues.withOwner(Optional.empty()), Optional.empty()))
        .isEqualTo(BOUND);
  }

  @Test
  void registerAccountAndWorkspace_givesTheWorkspace() {
    onPost("/guance-accounts", REFERENCE, "guance-registration", 201, "guance-account");

    assertThat(gateway.registerAccountAndWorkspace(NEW_WORKSPACE, "canary-user", CREDENTIALS))
        .isEqualTo(BOUND);
  }

  @Test
  void bindWorkspace_sendsBothAccountsAndTheLine() {
    onPost("/workspaces/wksp_1/binding", "binding-key", "settlement", 200, "workspace");

    assertThat(gateway.bindWorkspace(WORKSPACE, SETTLEMENT, "binding-key")).isEqualTo(BOUND);
  }

  @Test
  void installToken_isASecret() {
    onGet("/workspaces/wksp_1/install-token", "install-token");

    assertThat(gateway.installToken(WORKSPACE)).isEqualTo(Secret.of("canary-token"));
  }

  @Test
  void firstDataKitHost_looksAtOneOnly() {
    onGet("/workspaces/wksp_1/datakits?pageSize=1", "datakits");

    assertThat(gateway.firstDataKitHost(WORKSPACE)).contains("ecs-1");
    SERVER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void firstDataKitHost_beforeAnyHasReported_isEmpty() {
    GatewayServer.answerAll(SERVER, 200, "{\"items\":[]}");

    assertThat(gateway.firstDataKitHost(WORKSPACE)).isEmpty();
  }

  private static MappingBuilder enterprise() {
    return put(ROOT + "/billing-accounts/ba-1/enterprise");
  }

  private static void onGet(String path, String answer) {
    SERVER.stubFor(
        get(ROOT + path)
            .withHeader("Authorization", equalTo("Bearer canary-token"))
            .withHeader("X-Request-Id", equalTo("req-1"))
            .withHeader("Idempotency-Key", absent())
            .willReturn(okJson(message(answer))));
  }

  private static void onPost(String path, String key, String body, int status, String answer) {
    SERVER.stubFor(
        post(ROOT + path)
            .withHeader("Authorization", equalTo("Bearer canary-token"))
            .withHeader("X-Request-Id", equalTo("req-1"))
            .withHeader("Idempotency-Key", equalTo(key))
            .withRequestBody(equalToJson(message(body)))
            .willReturn(jsonResponse(message(answer), status)));
  }
}
