package com.guance.onboarding.billing.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
final class OpenApiRefusalsTest {

  private static final String TRACE = "TRACE-0F1E2D3C-0000-4000-8000-000000000001";

  private final VirtualTime time = new VirtualTime(1);
  private String url = "";

  @BeforeEach
  void open(WireMockRuntimeInfo wireMock) {
    url = wireMock.getHttpBaseUrl();
  }

  private GuanceOpenApi connect(int attempts) {
    return GuanceOpenApi.connect(
        OpenApiSettings.builder()
            .http(HttpSettings.builder().baseUrl(URI.create(url)).maxAttempts(attempts).build())
            .key(() -> Secret.of("wsak_test"))
            .build(),
        TransportRuntime.builder().clock(time).sleeper(time).build());
  }

  private static void refuse(int status, int code, String errorCode) {
    WireMock.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withBody(
                        "{\"code\":%d,\"content\":null,\"errorCode\":\"%s\",\"message\":\"wendy\","
                                .formatted(code, errorCode)
                            + "\"success\":false,\"traceId\":\""
                            + TRACE
                            + "\"}")));
  }

  @ParameterizedTest
  @CsvSource({
    "401,401,ft.TriggerApiAkCurrentLimiting",
    "401,401,ft.TriggerApiWorkspaceCurrentLimiting",
    "200,401,ft.TriggerApiAkCurrentLimiting",
    "429,429,''"
  })
  void call_throttled_isRateLimited(int status, int code, String errorCode) {
    refuse(status, code, errorCode);
    try (GuanceOpenApi api = connect(1)) {
      assertThatThrownBy(api::workspace)
          .isInstanceOfSatisfying(
              RateLimitedException.class,
              e -> {
                assertThat(e.isRetryable()).isTrue();
                assertThat(e.retryAfter()).contains(Duration.ofSeconds(20));
                assertThat(e.requestId()).contains(TRACE);
                assertThat(e.code()).isEqualTo(errorCode.isEmpty() ? "none" : errorCode);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403,403,ft.InvalidAPIKey,AuthenticationException",
    "403,403,'',AuthenticationException",
    "200,403,ft.InvalidAPIKey,AuthenticationException",
    "401,401,'',AuthenticationException",
    "403,403,ft.SomethingElse,PermissionException",
    "404,404,ft.NotThere,NotFoundException",
    "408,408,'',UnavailableException",
    "409,409,ft.Taken,ConflictException",
    "410,410,ft.Gone,NotFoundException",
    "425,425,'',UnavailableException",
    "200,408,'',UnavailableException",
    "500,500,ft.Broken,UnavailableException",
    "200,500,ft.Broken,UnavailableException",
    "200,200,ft.Unheard,RemoteException",
    "418,418,ft.Teapot,RemoteException"
  })
  void call_refused_isTheTypeOfTheTable(int status, int code, String errorCode, String type) {
    refuse(status, code, errorCode);
    try (GuanceOpenApi api = connect(1)) {
      assertThatThrownBy(api::workspace)
          .isInstanceOfSatisfying(
              RemoteException.class,
              e -> {
                assertThat(e.getClass().getSimpleName()).isEqualTo(type);
                assertThat(e.status()).isEqualTo(status);
                assertThat(e.requestId()).contains(TRACE);
                assertThat(e.getMessage()).doesNotContain("wendy");
              });
    }
  }

  @Test
  void types_ofTheTable_areTheirs() {
    assertThat(RemoteException.class)
        .isAssignableFrom(AuthenticationException.class)
        .isAssignableFrom(PermissionException.class)
        .isAssignableFrom(NotFoundException.class)
        .isAssignableFrom(UnavailableException.class);
  }

  @Test
  void read_throttledOnce_waitsAndSucceeds() {
    WireMock.stubFor(
        any(anyUrl())
            .inScenario("once")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("then")
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withBody("{\"errorCode\":\"ft.TriggerApiAkCurrentLimiting\"}")));
    WireMock.stubFor(
        any(anyUrl())
            .inScenario("once")
            .whenScenarioStateIs("then")
            .willReturn(okJson(Fixtures.read("workspace"))));
    long start = time.millis();
    try (GuanceOpenApi api = connect(4)) {
      assertThat(api.workspace().isCommercial()).isTrue();
    }
    assertThat(time.millis() - start).isBetween(20_000L, 21_000L);
  }

  @Test
  void write_throttled_isNotRepeated() {
    refuse(401, 401, "ft.TriggerApiAkCurrentLimiting");
    try (GuanceOpenApi api = connect(4)) {
      NewWorkspace acme = NewWorkspace.builder().name("acme").language(Language.EN).build();
      assertThatThrownBy(() -> api.createWorkspace(acme)).isInstanceOf(RateLimitedException.class);
    }
    WireMock.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void read_badKey_isNotRepeated() {
    refuse(403, 403, "ft.InvalidAPIKey");
    try (GuanceOpenApi api = connect(4)) {
      assertThatThrownBy(api::workspace)
          .isInstanceOf(AuthenticationException.class)
          .hasMessage(
              "guance read workspace refused: ft.InvalidAPIKey (HTTP 403, request " + TRACE + ")");
    }
    WireMock.verify(1, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":200,\"success\":true,\"traceId\":\"T-1\"}",
        "{\"code\":200,\"content\":null,\"traceId\":\"T-1\"}",
        "{\"code\":200,\"content\":{\"uuid\":{}},\"traceId\":\"T-1\"}",
        "{\"code\":200,\"content\":{\"uuid\":\"a b\"},\"traceId\":\"T-1\"}",
        "{\"code\":200,\"content\":{\"uuid\":\"w\",\"isLocked\":\"perhaps\"},\"traceId\":\"T-1\"}",
        "{\"code\":200,\"content\":[],\"traceId\":\"T-1\"}",
        "{\"code\":200,\"content\":\"text\",\"traceId\":\"T-1\"}"
      })
  void read_yesThatCannotBeUsed_isAProtocolErrorWithTheTraceId(String answer) {
    WireMock.stubFor(any(anyUrl()).willReturn(okJson(answer)));
    try (GuanceOpenApi api = connect(1)) {
      assertThatThrownBy(api::workspace)
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("request T-1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>gateway</html>", "{\"code\":", "7", "\"text\"", "null"})
  void read_noJsonWorthReading_isATypedError(String answer) {
    WireMock.stubFor(any(anyUrl()).willReturn(okJson(answer)));
    try (GuanceOpenApi api = connect(1)) {
      assertThatThrownBy(api::workspace).isInstanceOf(OnboardingException.class);
    }
  }

  @Test
  void read_refusalWithContentOfAnotherKind_isTheRefusal() {
    WireMock.stubFor(
        any(anyUrl())
            .willReturn(
                okJson(
                    "{\"content\":\"no\",\"success\":false,\"error_code\":\"ft.InvalidAPIKey\","
                        + "\"traceId\":12345}")));
    try (GuanceOpenApi api = connect(1)) {
      assertThatThrownBy(api::workspace)
          .isInstanceOfSatisfying(
              AuthenticationException.class, e -> assertThat(e.requestId()).contains("12345"));
    }
  }

  @Test
  void call_turnAfterTheDeadline_isRefusedHereAndNothingIsSent() {
    WireMock.stubFor(any(anyUrl()).willReturn(okJson(Fixtures.read("workspace"))));
    Pacing pacing = Pacing.of(1, 200);
    OpenApiSettings settings =
        OpenApiSettings.builder()
            .http(HttpSettings.builder().baseUrl(URI.create(url)).build())
            .key(() -> Secret.of("wsak_test"))
            .pacing(pacing)
            .deadline(Duration.ofSeconds(30))
            .build();
    TransportRuntime runtime = TransportRuntime.builder().clock(time).sleeper(time).build();
    try (GuanceOpenApi one = GuanceOpenApi.connect(settings, runtime);
        GuanceOpenApi two = GuanceOpenApi.connect(settings, runtime)) {
      assertThat(one.workspace()).isNotNull();
      assertThatThrownBy(two::workspace)
          .isInstanceOfSatisfying(
              RateLimitedException.class,
              e -> {
                assertThat(e.status()).isZero();
                assertThat(e.retryAfter()).contains(Duration.ofSeconds(61));
              })
          .hasMessageContaining("client-side-pacing");
    }
    WireMock.verify(1, getRequestedFor(anyUrl()));
  }
}
