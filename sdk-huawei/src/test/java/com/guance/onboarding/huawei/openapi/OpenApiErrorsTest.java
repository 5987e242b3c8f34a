package com.guance.onboarding.huawei.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.RemoteException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiErrorsTest {

  private static final String CANARY = "canary-name@x.example 13900000000";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final OpenApiFixture fixture = new OpenApiFixture();

  @ParameterizedTest
  @CsvSource({
    "500,MKT.0999,UnavailableException",
    "500,MKT.0100,InvalidRequestException",
    "400,MKT.0101,InvalidRequestException",
    "400,MKT.0102,AuthenticationException",
    "400,MKT.0199,InvalidRequestException",
    "401,MKT.0150,PermissionException",
    "401,MKT.0151,PermissionException",
    "401,MKT.0154,AuthenticationException",
    "406,MKT.0250,RateLimitedException",
    "500,MKT.9001,NotFoundException",
    "500,MKT.9002,InvalidRequestException",
    "500,MKT.9003,InvalidRequestException",
    "500,MKT.9004,InvalidRequestException",
    "401,APIGW.0301,AuthenticationException",
    "401,APIG.0303,AuthenticationException",
    "403,APIGW.0302,PermissionException",
    "429,APIGW.0308,RateLimitedException",
    "404,APIGW.0101,NotFoundException",
    "400,MKT.7777,InvalidRequestException",
    "403,MKT.7777,PermissionException",
    "404,MKT.7777,NotFoundException",
    "429,MKT.7777,RateLimitedException",
    "502,APIGW.7777,UnavailableException",
    "408,MKT.7777,UnavailableException",
    "409,MKT.7777,ConflictException",
    "410,MKT.7777,NotFoundException",
    "425,MKT.7777,UnavailableException",
    "418,MKT.7777,RemoteException",
    "200,MKT.0999,UnavailableException",
    "200,MKT.0150,PermissionException",
    "200,MKT.0250,RateLimitedException",
    "200,mkt.0101,InvalidRequestException",
    "200,MKT.7777,RemoteException"
  })
  void findOrder_refused_isTypedByItsCode(int status, String code, String type) {
    for (String form : new String[] {"resultCode", "error_code"}) {
      answer(status, "{\"" + form + "\":\"" + code + "\",\"resultMsg\":\"" + CANARY + "\"}");

      assertThatThrownBy(() -> api().findOrder("CS1"))
          .isInstanceOfSatisfying(
              RemoteException.class,
              refused -> {
                assertThat(refused.getClass().getSimpleName()).isEqualTo(type);
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.status()).isEqualTo(status);
                assertThat(refused)
                    .hasMessageStartingWith("huawei find order refused: " + code)
                    .hasMessageNotContaining("canary")
                    .hasMessageNotContaining("13900000000");
              });
    }
  }

  @Test
  void findOrder_throttled_waitsAsToldAndSucceeds() {
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("throttle")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("free")
            .willReturn(
                aResponse()
                    .withStatus(406)
                    .withHeader("Retry-After", "7")
                    .withBody("{\"resultCode\":\"MKT.0250\"}")));
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("throttle")
            .whenScenarioStateIs("free")
            .willReturn(okJson("{\"resultCode\":\"MKT.0000\"}")));

    assertThat(api().findOrder("CS1")).isEmpty();
    assertThat(fixture.waits).hasSize(1);
    assertThat(fixture.waits.get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void findOrder_throttledForLongerThanItsTime_tellsHowLong() {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(406)
                    .withHeader("Retry-After", "3600")
                    .withBody("{\"resultCode\":\"MKT.0250\"}")));

    RateLimitedException limited =
        catchThrowableOfType(RateLimitedException.class, () -> api().findOrder("CS1"));

    assertThat(limited.isRetryable()).isTrue();
    assertThat(limited.retryAfter()).contains(Duration.ofHours(1));
    assertThat(fixture.waits).isEmpty();
  }

  @Test
  void findOrder_refusedForGood_isAskedOnce() {
    answer(401, "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"x\",\"request_id\":\"cb141a91\"}");

    RemoteException refused =
        catchThrowableOfType(RemoteException.class, () -> api().findOrder("CS1"));

    assertThat(refused.requestId()).contains("cb141a91");
    assertThat(refused.isRetryable()).isFalse();
    SERVER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void findOrder_answeredWithNeitherCodeNorOrder_isUnreadable() {
    answer(200, "{\"message\":\"hello\"}");

    assertThatThrownBy(() -> api().findOrder("CS1"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("resultCode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>canary</html>", "{\"error\":\"canary\"}", "[]"})
  void findOrder_refusedWithAStrangeBody_isTypedByStatus(String body) {
    answer(401, body);

    assertThatThrownBy(() -> api().findOrder("CS1"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void sellerAccount_ofGoodKeys_isTheirAccount() {
    SERVER.stubFor(
        get(urlEqualTo("/v3/auth/domains"))
            .willReturn(
                okJson(
                    "{\"domains\":[{\"id\":\"0a1b2c3d4e5f60718293a4b5c6d7e8f9\",\"name\":\"gcy\","
                        + "\"enabled\":true,\"links\":{\"self\":\"x\"}}],\"links\":{}}")));

    assertThat(api().sellerAccount())
        .isEqualTo(
            new SellerAccount(new HuaweiAccountId("0a1b2c3d4e5f60718293a4b5c6d7e8f9"), "gcy"));
  }

  @Test
  void sellerAccount_ofBadKeys_saysSoInKeystonesForm() {
    SERVER.stubFor(
        get(urlEqualTo("/v3/auth/domains"))
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withBody("{\"error\":{\"code\":401,\"message\":\"" + CANARY + "\"}}")));

    assertThatThrownBy(() -> api().sellerAccount())
        .isInstanceOf(AuthenticationException.class)
        .hasMessageStartingWith("huawei check keys refused: 401")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"domains\":[]}", "{\"domains\":[{\"name\":\"n\"}]}"})
  void sellerAccount_answeredWithoutAccount_isUnreadable(String body) {
    answer(200, body);

    assertThatThrownBy(() -> api().sellerAccount())
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("domains.id");
  }

  private static void answer(int status, String body) {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(body)));
  }

  private KooGalleryOpenApi api() {
    return fixture.connect(settings(SERVER.baseUrl()).build());
  }
}
