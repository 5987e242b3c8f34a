package com.guance.onboarding.billing.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.guance.onboarding.billing.gateway.GatewayServer.BOUND;
import static com.guance.onboarding.billing.gateway.GatewayServer.ROOT;
import static com.guance.onboarding.billing.gateway.GatewayServer.WORKSPACE;
import static com.guance.onboarding.billing.gateway.GatewayServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the Billing Center gateway is reached: with which token, over which connections. */
class BillingCenterSettingsTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  @Test
  void call_withoutToken_sendsNone() {
    SERVER.stubFor(
        get(ROOT + "/workspaces/wksp_1")
            .withHeader("Authorization", absent())
            .willReturn(okJson(message("workspace"))));

    try (var open =
        BillingCenterGateway.connect(
            BillingCenterSettings.builder().baseUrl(URI.create(SERVER.baseUrl())).build())) {
      assertThat(open.workspace(WORKSPACE)).isEqualTo(BOUND);
    }
  }

  @Test
  void call_asksForTheTokenEveryTime() {
    Iterator<String> tokens = List.of("one", "two").iterator();
    BillingCenterSettings settings =
        BillingCenterSettings.builder()
            .baseUrl(URI.create(SERVER.baseUrl()))
            .bearer(() -> Secret.of(tokens.next()))
            .build();
    SERVER.stubFor(token("Bearer one").willReturn(serviceUnavailable()));
    SERVER.stubFor(token("Bearer two").willReturn(okJson(message("workspace"))));

    try (var renewing = BillingCenterGateway.connect(settings, GatewayServer.runtime())) {
      assertThat(renewing.workspace(WORKSPACE)).isEqualTo(BOUND);
    }
  }

  @Test
  void build_withPlainHttpOffThisMachine_isRefusedUnlessAllowed() {
    BillingCenterSettings.Builder settings =
        BillingCenterSettings.builder().baseUrl(URI.create("http://gateway.example.com"));

    assertThatThrownBy(settings::build)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("DANGEROUS_allowPlainHttp");
    assertThat(
            settings
                .http(
                    http -> http.DANGEROUS_allowPlainHttp(URI.create("http://gateway.example.com")))
                .build()
                .baseUrl())
        .hasHost("gateway.example.com");
  }

  private static MappingBuilder token(String header) {
    return get(ROOT + "/workspaces/wksp_1").withHeader("Authorization", equalTo(header));
  }
}
