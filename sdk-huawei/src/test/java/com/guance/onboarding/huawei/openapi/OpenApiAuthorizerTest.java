package com.guance.onboarding.huawei.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.KEYS;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.ORDER_PATH;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.UnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiAuthorizerTest {

  private static final String NO_ORDER = "{\"resultCode\":\"MKT.0000\"}";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final OpenApiFixture fixture = new OpenApiFixture();
  private final RequestSigner signer = new RequestSigner();

  @Test
  void findOrder_withPermanentKeys_isSignedOverHostAndDate() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson(NO_ORDER)));

    fixture.connect(settings(SERVER.baseUrl()).build()).findOrder("CS 1&ü");

    SERVER.verify(
        getRequestedFor(urlPathEqualTo(ORDER_PATH))
            .withHeader("X-Sdk-Date", equalTo("20260102T030405Z"))
            .withHeader("Authorization", equalTo(signed(KEYS, "orderId=CS%201%26%C3%BC")))
            .withoutHeader("X-Security-Token"));
  }

  @Test
  void findOrder_withTemporaryKeys_sendsAndSignsTheToken() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson(NO_ORDER)));
    AccessKeys temporary =
        AccessKeys.temporary("AK2", Secret.of("canary-secret-2"), Secret.of("canary-token=="));

    fixture.connect(settings(SERVER.baseUrl()).keys(() -> temporary).build()).findOrder("CS1");

    SERVER.verify(
        getRequestedFor(urlPathEqualTo(ORDER_PATH))
            .withHeader("X-Security-Token", equalTo("canary-token=="))
            .withHeader(
                "Authorization",
                equalTo(signed(temporary, "orderId=CS1", "x-security-token", "canary-token=="))));
  }

  @Test
  void findOrder_repeatedAfterAFailure_asksForTheKeysAgain() {
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("rotation")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("up")
            .willReturn(serverError()));
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("rotation")
            .whenScenarioStateIs("up")
            .willReturn(okJson(NO_ORDER)));
    AtomicInteger asked = new AtomicInteger();

    fixture
        .connect(
            settings(SERVER.baseUrl())
                .keys(
                    () ->
                        AccessKeys.permanent(
                            "AK" + asked.incrementAndGet(), Secret.of("canary-secret")))
                .build())
        .findOrder("CS1");

    assertThat(asked).hasValue(2);
    SERVER.verify(
        getRequestedFor(anyUrl())
            .withHeader(
                "Authorization",
                equalTo(
                    signed(
                        AccessKeys.permanent("AK2", Secret.of("canary-secret")), "orderId=CS1"))));
  }

  @Test
  void findOrder_whereTheFirstHostIsSilent_goesToTheSecondWithAFreshSignature() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson(NO_ORDER)));

    fixture
        .connect(
            settings("http://127.0.0.1:1")
                .secondMarketplace(URI.create(SERVER.baseUrl()))
                .http(http -> http.connectTimeout(Duration.ofMillis(200)).maxAttempts(1))
                .build())
        .findOrder("CS1");

    SERVER.verify(
        getRequestedFor(urlPathEqualTo(ORDER_PATH))
            .withHeader("Authorization", equalTo(signed(KEYS, "orderId=CS1"))));
  }

  @Test
  void findOrder_whereTheFirstHostAnswersNo_staysThere() {
    SERVER.stubFor(any(anyUrl()).willReturn(serverError()));

    assertThatThrownBy(
            () ->
                fixture
                    .connect(
                        settings(SERVER.baseUrl())
                            .secondMarketplace(URI.create(SERVER.baseUrl() + "/second"))
                            .build())
                    .findOrder("CS1"))
        .isInstanceOf(UnavailableException.class);
    SERVER.verify(0, getRequestedFor(urlPathEqualTo("/second" + ORDER_PATH)));
  }

  @Test
  void hosts_ofEverySite_areTheDocumentedOnes() {
    assertThat(List.of(KooGallerySite.values()))
        .extracting(site -> site.marketplace().getHost(), site -> site.iam().getHost())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mkt.myhuaweicloud.com", "iam.myhuaweicloud.com"),
            org.assertj.core.groups.Tuple.tuple(
                "mkt-intl.myhuaweicloud.com", "iam.myhuaweicloud.com"),
            org.assertj.core.groups.Tuple.tuple(
                "mkt.myhuaweicloud.eu", "iam.eu-west-101.myhuaweicloud.eu"));
    assertThat(KooGallerySite.CN.secondMarketplace())
        .contains(URI.create("https://mkt.myhuaweicloud.cn"));
  }

  private String signed(AccessKeys keys, String query, String... headers) {
    String[] all = new String[4 + headers.length];
    all[0] = "host";
    all[1] = "localhost:" + SERVER.getPort();
    all[2] = "x-sdk-date";
    all[3] = "20260102T030405Z";
    System.arraycopy(headers, 0, all, 4, headers.length);
    return signer.authorization(
        keys, new SignableRequest("GET", ORDER_PATH, query, all, new byte[0]));
  }
}
