package com.guance.onboarding.billing.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.guance.onboarding.billing.gateway.GatewayServer.ACCOUNT;
import static com.guance.onboarding.billing.gateway.GatewayServer.CODE;
import static com.guance.onboarding.billing.gateway.GatewayServer.CREDENTIALS;
import static com.guance.onboarding.billing.gateway.GatewayServer.NEW_WORKSPACE;
import static com.guance.onboarding.billing.gateway.GatewayServer.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.CodePurpose;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that cannot be right never leave, and are refused as the gateway would. */
class InvalidValuesTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private static final Site NOWHERE = new Site("zz9");

  private final BillingCenterGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @AfterEach
  void close() {
    gateway.close();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        refused("billing.email", g -> g.sendCode(CodePurpose.REGISTER, "canary", "reference")),
        refused("billing.email", g -> g.sendCode(CodePurpose.BIND, "canary@", "reference")),
        refused(
            "workspace.email",
            g -> g.sendCode(CodePurpose.CREATE_WORKSPACE, "canary@home", "reference")),
        refused("workspace.email", g -> g.sendCode(CodePurpose.REGISTER_ACCOUNT, "", "reference")),
        refused(
            "billing.userName",
            g -> g.register(InvalidValues.withLogin("c", "c@example.com"), CREDENTIALS, "k")),
        refused(
            "billing.email", g -> g.bind(InvalidValues.withLogin("wendy", "canary"), CODE, "k")),
        refused(
            "workspace.site",
            g -> g.register(InvalidValues.withSite(Optional.empty()), CREDENTIALS, "k")),
        refused(
            "workspace.site",
            g -> g.register(InvalidValues.withSite(Optional.of(NOWHERE)), CREDENTIALS, "k")),
        refused("enterprise.name", g -> g.confirmEnterprise(ACCOUNT, " ")),
        refused(
            "workspace.name",
            g ->
                g.createWorkspace(
                    InvalidValues.withForm("x".repeat(257), SITE), Optional.of(CODE))),
        refused(
            "workspace.site",
            g -> g.createWorkspace(InvalidValues.withForm("prod", NOWHERE), Optional.of(CODE))),
        refused(
            "workspace.email",
            g ->
                g.createWorkspace(
                    InvalidValues.withOwner(Optional.of("canary")), Optional.of(CODE))),
        refused(
            "workspace.email",
            g ->
                g.registerAccountAndWorkspace(
                    InvalidValues.withOwner(Optional.empty()), "wendy", CREDENTIALS)),
        refused(
            "workspace.userName",
            g -> g.registerAccountAndWorkspace(NEW_WORKSPACE, "w", CREDENTIALS)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void call_withAValueThatCannotBeRight_isRefusedBeforeItIsSent(
      String field, Consumer<BillingCenterGateway> call) {
    InvalidRequestException refusal =
        catchThrowableOfType(InvalidRequestException.class, () -> call.accept(gateway));

    assertThat(refusal.field()).contains(field);
    assertThat(refusal.rule()).isPresent();
    assertThat(refusal.code()).isEqualTo("INVALID_VALUE");
    assertThat(refusal.status()).isZero();
    assertThat(refusal).hasMessageNotContaining("canary");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void createWorkspace_onASiteOfTheInstallation_isSent() {
    SERVER.stubFor(
        post("/billing/v1/workspaces")
            .willReturn(okJson(GatewayServer.message("workspace").replace("cn4", "zz9"))));
    BillingCenterSettings settings =
        BillingCenterSettings.builder()
            .baseUrl(URI.create(SERVER.baseUrl()))
            .sites(
                Sites.documented()
                    .with(
                        SiteHosts.builder()
                            .site(NOWHERE)
                            .openway(URI.create("https://openway.example.com"))
                            .build()))
            .build();

    try (var other = BillingCenterGateway.connect(settings)) {
      Workspace created =
          other.createWorkspace(InvalidValues.withForm("prod", NOWHERE), Optional.of(CODE));

      assertThat(created.site()).isEqualTo("zz9");
    }
  }

  private static Arguments refused(String field, Consumer<BillingCenterGateway> call) {
    return Arguments.of(field, call);
  }
}
