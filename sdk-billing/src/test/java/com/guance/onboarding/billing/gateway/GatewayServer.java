package com.guance.onboarding.billing.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Terms;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.Settlement;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceForm;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState.Binding;
import com.guance.onboarding.spi.CodePurpose;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What the tests of the client share: a server, messages, and every operation once. */
final class GatewayServer {

  static final HuaweiAccountId BUYER = new HuaweiAccountId("688055390f3049f283fe9f1aa90f7858");
  static final BillingAccountId ACCOUNT = new BillingAccountId("ba-1");
  static final WorkspaceId WORKSPACE = new WorkspaceId("wksp_1");
  static final String REFERENCE = "workspace:CS-1/1";
  static final String CODE_REFERENCE = "code:REGISTER:CS-1";
  static final String EMAIL = "canary@example.com";
  static final Site SITE = new Site("cn4");
  static final Terms TERMS =
      new Terms("2026-01", "canary-wendy", Instant.parse("2026-02-01T08:00:00Z"));
  static final NewAccount NEW_ACCOUNT =
      new NewAccount(BUYER, new Login("canary-user", EMAIL), Optional.of(SITE), TERMS);
  static final Verification CODE =
      new Verification(new VerificationId("v-1"), Secret.of("canary-code"));
  static final Credentials CREDENTIALS = new Credentials(Secret.of("canary-password"), CODE);
  static final NewWorkspace NEW_WORKSPACE =
      new NewWorkspace(
          ACCOUNT,
          new WorkspaceForm("prod", Language.ZH, SITE),
          Optional.of(EMAIL),
          REFERENCE,
          TERMS);
  static final Settlement SETTLEMENT = new Settlement(ACCOUNT, BUYER, new OrderKey("CS-1", "1"));

  static final WorkspaceLifecycle.HuaweiPayer PAYER =
      new WorkspaceLifecycle.HuaweiPayer(BUYER, new InstanceId("inst-1"));

  static final Workspace BOUND =
      new Workspace(
          WORKSPACE,
          "prod",
          "zh",
          "cn4",
          new WorkspaceState(Binding.BOUND, Optional.of(ACCOUNT), Optional.of("CS-1")));
  static final String ROOT = "/billing/v1";

  private GatewayServer() {}

  static WireMockExtension start() {
    return WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();
  }

  static BillingCenterGateway connect(String baseUrl) {
    BillingCenterSettings settings =
        BillingCenterSettings.builder()
            .baseUrl(URI.create(baseUrl))
            .bearer(() -> Secret.of("canary-token"))
            .http(http -> http.maxAttempts(2))
            .build();
    return BillingCenterGateway.connect(settings, runtime());
  }

  /** Time stands still and nobody waits. */
  static TransportRuntime runtime() {
    return TransportRuntime.builder()
        .clock(Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC))
        .sleeper(time -> {})
        .requestIds(() -> "req-1")
        .build();
  }

  static String message(String name) {
    try (InputStream file = GatewayServer.class.getResourceAsStream(name + ".json")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void answerAll(WireMockExtension server, int status, String body) {
    server.stubFor(any(anyUrl()).willReturn(jsonResponse(body, status)));
  }

  /** Every operation, by the name that exceptions and logs give it. */
  static Map<String, Consumer<BillingCenterGateway>> operations() {
    Map<String, Consumer<BillingCenterGateway>> all = new LinkedHashMap<>();
    all.put("find billing account", gateway -> gateway.findAccount(BUYER));
    all.put("find code", gateway -> gateway.findCode(CODE_REFERENCE));
    all.put(
        "send code for billing account",
        gateway -> gateway.sendCode(CodePurpose.REGISTER, EMAIL, CODE_REFERENCE));
    all.put(
        "send code for workspace",
        gateway -> gateway.sendCode(CodePurpose.CREATE_WORKSPACE, EMAIL, CODE_REFERENCE));
    all.put(
        "register billing account",
        gateway -> gateway.register(NEW_ACCOUNT, CREDENTIALS, "account-key"));
    all.put("bind billing account", gateway -> gateway.bind(NEW_ACCOUNT, CODE, "account-key"));
    all.put("confirm enterprise", gateway -> gateway.confirmEnterprise(ACCOUNT, "GCY Ltd"));
    all.put(
        "list workspaces", gateway -> gateway.workspaces(ACCOUNT, true).forEach(workspace -> {}));
    all.put("find workspace", gateway -> gateway.findWorkspace(REFERENCE));
    all.put("read workspace", gateway -> gateway.workspace(WORKSPACE));
    all.put(
        "create workspace", gateway -> gateway.createWorkspace(NEW_WORKSPACE, Optional.of(CODE)));
    all.put(
        "register guance account",
        gateway -> gateway.registerAccountAndWorkspace(NEW_WORKSPACE, "canary-user", CREDENTIALS));
    all.put(
        "bind workspace", gateway -> gateway.bindWorkspace(WORKSPACE, SETTLEMENT, "binding-key"));
    all.put("read install token", gateway -> gateway.installToken(WORKSPACE));
    all.put("find datakit", gateway -> gateway.firstDataKitHost(WORKSPACE));
    all.put("read lifecycle", gateway -> gateway.lifecycle().read(WORKSPACE));
    all.put(
        "change settlement",
        gateway ->
            gateway.lifecycle().settleThroughHuaweiCloud(WORKSPACE, ACCOUNT, PAYER, "change-key"));
    all.put("unlock workspace", gateway -> gateway.lifecycle().unlock(WORKSPACE, "unlock-key"));
    all.put(
        "upgrade workspace",
        gateway ->
            gateway.lifecycle().DANGEROUS_upgradeForGood(WORKSPACE, ACCOUNT, TERMS, "upgrade-key"));
    return all;
  }
}
