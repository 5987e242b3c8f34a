package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.error.TransportException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call whose first attempt reaches the host; from the second on, its name leads elsewhere. */
class OutcomeUnknownTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final HostLookup NOWHERE =
      host -> {
        throw new UnknownHostException(host);
      };

  private final FakeTime time = new FakeTime();

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @CsvSource({"READ, false", "KEYED_WRITE, true"})
  void call_cutOffAndThenNotConnected_remembersTheAttemptThatMayHaveArrived(
      Retryable kind, boolean unknown) {
    TransportException failure = failure(kind, cut(), NOWHERE, time);

    assertThat(failure).hasMessage("guance find order unanswered: cannot connect");
    assertThat(failure.outcomeUnknown()).isEqualTo(unknown);
    assertThat(failure.isRetryable()).isTrue();
    assertThat(time.sleeps()).hasSize(3);
  }

  @Test
  void call_cutOffAndThenNotTrusted_isOfUnknownOutcomeToo() {
    TransportException failure =
        failure(
            Retryable.KEYED_WRITE,
            cut(),
            host -> List.of(InetAddress.getByName("192.0.2.1")),
            time);

    assertThat(failure).hasMessageEndingWith("the host leads to no address that is allowed");
    assertThat(failure.outcomeUnknown()).isTrue();
  }

  @Test
  void call_cutOffThenNotConnectedThenInterrupted_isOfUnknownOutcomeToo() {
    Sleeper interrupted =
        wait -> {
          time.sleep(wait);
          if (time.sleeps().size() == 2) {
            throw new InterruptedException();
          }
        };

    TransportException failure = failure(Retryable.KEYED_WRITE, cut(), NOWHERE, interrupted);

    assertThat(failure).hasMessage("guance find order unanswered: interrupted");
    assertThat(failure.outcomeUnknown()).isTrue();
  }

  @Test
  void call_cutOffAndInterruptedWhileItSends_isOfUnknownOutcomeToo() {
    Sleeper interrupting =
        wait -> {
          time.sleep(wait);
          if (time.sleeps().size() == 2) {
            Thread.currentThread().interrupt();
          }
        };

    TransportException failure = failure(Retryable.KEYED_WRITE, cut(), NOWHERE, interrupting);

    assertThat(failure).hasMessage("guance find order unanswered: interrupted");
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(time.sleeps()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "READ, 500, false",
    "KEYED_WRITE, 500, true",
    "KEYED_WRITE, 504, true",
    "KEYED_WRITE, 408, true",
    "KEYED_WRITE, 429, false"
  })
  void call_refusedForNowAndThenNotConnected_isUnknownUnlessTheAnswerSaysThatNothingWasDone(
      Retryable kind, int status, boolean unknown) {
    ResponseDefinitionBuilder answer =
        aResponse().withStatus(status).withHeader("Connection", "close");

    assertThat(failure(kind, answer, NOWHERE, time).outcomeUnknown()).isEqualTo(unknown);
  }

  /** What a call ends with whose first attempt is answered so and whose later ones go there. */
  private TransportException failure(
      Retryable kind, ResponseDefinitionBuilder first, HostLookup later, Sleeper sleeper) {
    SERVER.stubFor(any(anyUrl()).willReturn(first));
    int[] lookups = {0};
    TransportRuntime runtime =
        TransportRuntime.builder()
            .from(time.runtime())
            .sleeper(sleeper)
            .hosts(
                host ->
                    lookups[0]++ == 0
                        ? List.of(InetAddress.getLoopbackAddress())
                        : later.lookup(host))
            .build();
    HttpSettings settings =
        HttpSettings.builder()
            .baseUrl(URI.create("http://localhost:" + SERVER.getPort()))
            .reachable(InetAddress::isLoopbackAddress)
            .build();
    try (Transport transport = Transport.connect("guance", settings, runtime)) {
      TransportException failure =
          catchThrowableOfType(
              TransportException.class,
              () ->
                  transport.call(
                      "find order",
                      kind,
                      CallOptions.none(),
                      transport.api(OrderApi.class).order("1")));
      assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
      return failure;
    }
  }

  private static ResponseDefinitionBuilder cut() {
    return aResponse().withFault(Fault.EMPTY_RESPONSE);
  }
}
