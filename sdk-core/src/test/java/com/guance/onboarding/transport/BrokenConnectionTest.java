package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.OrderApi.Order;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenConnectionTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final FakeTime time = new FakeTime();
  private final List<Transport> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Transport::close);
  }

  @ParameterizedTest
  @EnumSource(Retryable.class)
  void call_whereNobodyListens_isRepeatedWhateverItIsForNothingWasSent(Retryable kind)
      throws IOException {
    Transport transport = transport("http://127.0.0.1:" + unusedPort());

    assertThatThrownBy(() -> find(transport, kind))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.outcomeUnknown()).isFalse();
              assertThat(e.isRetryable()).isTrue();
            })
        .hasMessage("guance find order unanswered: cannot connect");
    assertThat(time.sleeps()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
  void call_writeThatIsCutOff_isNotRepeatedAndItsOutcomeUnknown(Fault fault) {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
    Transport transport = transport(SERVER.baseUrl());

    assertThatThrownBy(() -> find(transport, Retryable.WRITE))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.outcomeUnknown()).isTrue())
        .hasMessage("guance find order unanswered: connection lost");
    assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void call_readThatIsCutOff_isRepeatedAndHasNoEffect(Fault fault) {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
    Transport transport = transport(SERVER.baseUrl());

    assertThatThrownBy(() -> find(transport, Retryable.READ))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.outcomeUnknown()).isFalse());
    assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(4);
  }

  @Test
  void call_keyedWriteThatIsCutOff_isRepeatedAndItsOutcomeUnknown() {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    Transport transport = transport(SERVER.baseUrl());

    assertThatThrownBy(() -> find(transport, Retryable.KEYED_WRITE))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.outcomeUnknown()).isTrue());
    assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(4);
  }

  @Test
  void call_writeThatIsAnsweredTooLate_endsAtTheAttemptsTimeAndItsOutcomeIsUnknown() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(5_000)));
    Transport transport = hasty(SERVER.baseUrl());
    long start = System.nanoTime();

    assertThatThrownBy(() -> find(transport, Retryable.WRITE))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.outcomeUnknown()).isTrue())
        .hasMessage("guance find order unanswered: timed out");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void call_answeredDropByDrop_endsAtTheAttemptsTimeToo() {
    SERVER.stubFor(
        any(anyUrl()).willReturn(okJson("{\"id\":\"A\"}").withChunkedDribbleDelay(10, 5_000)));
    Transport transport = hasty(SERVER.baseUrl());

    assertThatThrownBy(() -> find(transport, Retryable.WRITE))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.outcomeUnknown()).isTrue())
        .hasMessage("guance find order unanswered: timed out");
  }

  @Test
  void call_withADeadlineShorterThanAnAttempt_endsAtTheDeadline() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(5_000)));
    Transport transport =
        open(
            HttpSettings.builder()
                .baseUrl(URI.create(SERVER.baseUrl()))
                .deadline(Duration.ofMillis(100))
                .build());
    long start = System.nanoTime();

    assertThatThrownBy(() -> find(transport, Retryable.READ))
        .isInstanceOf(TransportException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void call_afterTheServerClosedItsIdleConnections_stillWorks() {
    SERVER.stubFor(
        any(anyUrl()).willReturn(okJson("{\"id\":\"A\"}").withHeader("Connection", "close")));
    Transport transport = transport(SERVER.baseUrl());

    assertThat(find(transport, Retryable.WRITE).id()).isEqualTo("A");
    assertThat(find(transport, Retryable.WRITE).id()).isEqualTo("A");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void call_toAHostOutsideTheReachableAddresses_isNotTrustedAndNotRepeated() {
    Transport transport =
        open(
            HttpSettings.builder()
                .baseUrl(URI.create("http://localhost:" + SERVER.getPort()))
                .reachable(InetAddress::isSiteLocalAddress)
                .build());

    assertThatThrownBy(() -> find(transport, Retryable.READ))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.isRetryable()).isFalse())
        .hasMessage("guance find order unanswered: the host leads to no address that is allowed");
    assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).isEmpty();
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void call_afterClose_isTheCallersMistake() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"A\"}")));
    Transport transport = transport(SERVER.baseUrl());
    find(transport, Retryable.READ);

    transport.close();
    transport.close();

    assertThatThrownBy(() -> find(transport, Retryable.READ))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Transport[guance at localhost] is closed");
  }

  @Test
  void call_closedWhileItWaits_endsWithWhatItHad() {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    TransportRuntime closing =
        TransportRuntime.builder()
            .from(time.runtime())
            .sleeper(wait -> open.forEach(Transport::close))
            .build();
    HttpSettings settings = HttpSettings.builder().baseUrl(URI.create(SERVER.baseUrl())).build();
    Transport transport = Transport.connect("guance", settings, closing);
    open.add(transport);

    assertThatThrownBy(() -> find(transport, Retryable.READ))
        .isInstanceOf(UnavailableException.class);
    assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
  }

  @Test
  void close_afterCalls_leavesNoConnectionAndNoThreadOfItsOwn() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    Transport transport = transport("http://localhost:" + SERVER.getPort());
    for (int i = 0; i < 20; i++) {
      find(transport, Retryable.READ);
    }

    transport.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("OkHttp http"))
        .noneMatch(name -> name.startsWith("OkHttp Dispatcher"));
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().matches("(?i).*(okhttp|okio|retry).*"))
        .allMatch(Thread::isDaemon);
  }

  private static Order find(Transport transport, Retryable kind) {
    return transport.call(
        "find order", kind, CallOptions.none(), transport.api(OrderApi.class).order("1"));
  }

  private Transport transport(String baseUrl) {
    return open(HttpSettings.builder().baseUrl(URI.create(baseUrl)).build());
  }

  private Transport hasty(String baseUrl) {
    return open(
        HttpSettings.builder()
            .baseUrl(URI.create(baseUrl))
            .attemptTimeout(Duration.ofSeconds(1))
            .build());
  }

  private Transport open(HttpSettings settings) {
    Transport transport = Transport.connect("guance", settings, time.runtime());
    open.add(transport);
    return transport;
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
