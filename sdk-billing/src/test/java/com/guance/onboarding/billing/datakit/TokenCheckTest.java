package com.guance.onboarding.billing.datakit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireMockTest
final class TokenCheckTest {

  private static final String TOKEN = "tkn_00000000000000000000000000000004";

  private static TokenState check(WireMockRuntimeInfo dataway, int status, String body) {
    WireMock.stubFor(
        get(urlEqualTo("/v1/check/token/" + TOKEN))
            .willReturn(aResponse().withStatus(status).withBody(body)));
    HttpSettings settings =
        HttpSettings.builder().baseUrl(URI.create(dataway.getHttpBaseUrl())).maxAttempts(1).build();
    try (TokenCheck check = TokenCheck.connect(settings, TransportRuntime.system())) {
      return check.check(Secret.of(TOKEN));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{\"code\":200,\"errorCode\":\"\",\"message\":\"\"}|VALID",
        "200|{\"code\":\"200\"}|VALID",
        "200|{\"code\":403,\"errorCode\":\"kodo.tokenNotFound\",\"message\":\"x\"}|NOT_FOUND",
        "200|{\"code\":403,\"error_code\":\"kodo.tokenNotFound\",\"message\":\"x\"}|NOT_FOUND",
        "403|{\"code\":403,\"error_code\":\"kodo.tokenNotFound\"}|NOT_FOUND",
        "403|{\"code\":403}|NOT_FOUND",
        "200|{\"code\":403}|NOT_FOUND"
      })
  void check_answer_isWhatTheBodySays(
      int status, String body, TokenState state, WireMockRuntimeInfo dataway) {
    assertThat(check(dataway, status, body)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{}",
        "200|{\"code\":500,\"errorCode\":\"kodo.broken\"}",
        "500|oops",
        "401|{}",
        "404|<html>",
        "403|{\"code\":403,\"errorCode\":\"kodo.other\"}",
        "403|<html>",
        "403|{}",
        "200|<html>"
      })
  void check_anythingElse_isAnExceptionWithoutTheToken(
      int status, String body, WireMockRuntimeInfo dataway) {
    assertThatThrownBy(() -> check(dataway, status, body))
        .isInstanceOf(OnboardingException.class)
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void check_tokenThatCannotBeOne_isNotSent() {
    HttpSettings settings =
        HttpSettings.builder().baseUrl(URI.create("http://127.0.0.1:1")).build();
    try (TokenCheck check = TokenCheck.connect(settings, TransportRuntime.system())) {
      assertThatThrownBy(() -> check.check(Secret.of("../x")))
          .isInstanceOf(InvalidInputException.class);
    }
  }
}
