package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.OrderApi.Order;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

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
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void call_readThatMeetsAPassingFailure_triesAgainAfterAGrowingWait(int status) {
    answers(status(status), status(status), okJson("{\"id\":\"A\"}"));

    assertThat(read(transport(settings())).id()).isEqualTo("A");
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(150), Duration.ofMillis(300));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 403, 404, 409, 410, 418, 422})
  void call_refusedForGood_isNotRepeated(int status) {
    answers(status(status), okJson("{}"));

    assertThatThrownBy(() -> read(transport(settings()))).isInstanceOf(OnboardingException.class);
    assertThat(requests()).hasSize(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void call_thatNeverSucceeds_endsWithTheLastFailureAfterTheAttempts() {
    answers(status(503), status(503), status(503), status(500).withHeader("X-Request-Id", "r-9"));

    assertThatThrownBy(() -> read(transport(settings())))
        .isInstanceOf(UnavailableException.class)
        .hasMessage("guance find order refused (HTTP 500, request r-9)");
    assertThat(requests()).hasSize(4);
    assertThat(time.sleeps()).hasSize(3);
  }

  @Test
  void within_timeSharedByTwoCalls_endsWaitsAndThenSendsNothingMore() {
    answers(okJson("{\"id\":\"A\"}"), status(503).withHeader("Retry-After", "9"), okJson("{}"));
    Transport whole = transport(settings());
    Transport bounded = whole.within(Duration.ofSeconds(10)).within(Duration.ofMinutes(1));

    assertThat(read(bounded).id()).isEqualTo("A");
    time.sleep(Duration.ofSeconds(4));
    assertThatThrownBy(() -> read(bounded)).isInstanceOf(UnavailableException.class);
    time.sleep(Duration.ofSeconds(6));
    assertThatThrownBy(() -> read(bounded))
        .isInstanceOfSatisfying(
            TransportException.class, late -> assertThat(late.outcomeUnknown()).isFalse());

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(requests()).hasSize(2);
    read(whole);
    assertThat(requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 1000, Long.MAX_VALUE / 1_000_000})
  void within_aTimeThatNoClockReaches_boundsNothing(long seconds) {
    answers(status(503), okJson("{\"id\":\"A\"}"));
    Duration endless = Duration.ofSeconds(seconds);
    Transport lasting = transport(settings()).within(endless);

    Order order =
        lasting.call(
            "find order",
            Retryable.READ,
            CallOptions.none().withDeadline(endless),
            lasting.api(OrderApi.class).order("1"));

    assertThat(order.id()).isEqualTo("A");
  }

  @Test
  void within_aTimeThatIsOver_sendsNothing() {
    for (Duration over : List.of(Duration.ZERO, Duration.ofSeconds(Long.MIN_VALUE))) {
      assertThatThrownBy(() -> read(transport(settings()).within(over)))
          .hasMessage("guance find order unanswered: no time left");
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void call_withOneAttempt_isNotRepeated() {
    answers(status(503), okJson("{}"));

    assertThatThrownBy(() -> read(transport(settings().maxAttempts(1))))
        .isInstanceOf(UnavailableException.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void call_withLongBackoffs_doublesUpToTheLimit() {
    answers(status(503), status(503), status(503), status(503), okJson("{}"));

    read(transport(settings().maxAttempts(5).maxBackoff(Duration.ofMillis(400))));

    assertThat(time.sleeps())
        .containsExactly(
            Duration.ofMillis(150),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void call_toldToWaitSeconds_waitsExactlyThese(int status) {
    answers(status(status).withHeader("Retry-After", "7"), okJson("{}"));

    read(transport(settings()));

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void call_toldToWaitUntilADate_waitsUntilThen() {
    answers(status(429).withHeader("Retry-After", "Sun, 01 Mar 2026 00:00:12 GMT"), okJson("{}"));

    read(transport(settings()));

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(12));
  }

  @Test
  void call_toldToWaitLongerThanItsDeadline_throwsAtOnceAndKeepsTheWait() {
    answers(status(429).withHeader("Retry-After", "3600"), okJson("{}"));

    assertThatThrownBy(() -> read(transport(settings())))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofHours(1)));
    assertThat(time.sleeps()).isEmpty();
    assertThat(requests()).hasSize(1);
  }

  @Test
  void call_withADeadlineOfItsOwn_followsThatOne() {
    answers(status(429).withHeader("Retry-After", "7"), okJson("{}"));
    CallOptions hurried = CallOptions.none().withDeadline(Duration.ofSeconds(7));
    Transport transport = transport(settings());

    assertThatThrownBy(() -> find(transport, Retryable.READ, hurried))
        .isInstanceOf(RateLimitedException.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void call_whoseWaitsAddUp_stopsBeforeTheDeadline() {
    answers(
        status(503).withHeader("Retry-After", "20"),
        status(503).withHeader("Retry-After", "20"),
        okJson("{}"));

    assertThatThrownBy(() -> read(transport(settings()))).isInstanceOf(UnavailableException.class);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void call_keyedWrite_isRepeatedWithTheSameKeyAndRequestId() {
    answers(status(503), okJson("{\"id\":\"A\"}"));
    Transport transport = transport(settings());
    CallOptions keyed = CallOptions.none().withIdempotencyKey("order-7");

    transport.call(
        "create order", Retryable.KEYED_WRITE, keyed, api(transport).create(Order.of("A")));

    assertThat(requests())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.getHeader("Idempotency-Key")).isEqualTo("order-7");
              assertThat(request.getHeader("X-Request-Id")).isEqualTo("req-1");
              assertThat(request.getBodyAsString()).isEqualTo("{\"id\":\"A\",\"amount\":0}");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", ""})
  void call_writeThatWasAnswered_isNeverRepeated(String retryAfter) {
    answers(status(503).withHeader("Retry-After", retryAfter), okJson("{}"));
    Transport transport = transport(settings());

    assertThatThrownBy(() -> find(transport, Retryable.WRITE, CallOptions.none()))
        .isInstanceOf(UnavailableException.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void call_throttledInADialectOfItsOwn_isRepeatedAsTheTableSays() {
    answers(
        status(401).withBody("{\"code\":\"ft.TriggerLimiting\"}"),
        status(401).withBody("{\"code\":\"ft.NoSuchKey\"}"),
        okJson("{}"));
    ErrorDecoder dialect =
        answer ->
            answer.text("code").orElse("").equals("ft.TriggerLimiting")
                ? new RateLimitedException(answer.refusal().build())
                : new AuthenticationException(answer.refusal().build());

    assertThatThrownBy(() -> read(transport(settings(), dialect)))
        .isInstanceOf(AuthenticationException.class);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void call_refusedInsideASuccess_throwsWhatTheCheckFindsAndRepeatsIfItMay() {
    answers(
        okJson("{\"id\":\"busy\"}"),
        okJson("{\"id\":\"none\"}").withHeader("X-Request-Id", "r-2"),
        okJson("{}"));
    Transport transport = transport(settings());

    assertThatThrownBy(
            () ->
                transport.call(
                    "find order",
                    Retryable.READ,
                    CallOptions.none(),
                    api(transport).order("1"),
                    RetryTest::refusal))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("guance find order refused: none (HTTP 200, request r-2)");
    assertThat(requests()).hasSize(2);
  }

  @Test
  void call_withACheckOfTheBodyOnly_throwsWhatItFinds() {
    answers(okJson("{\"id\":\"none\"}"));
    Transport transport = transport(settings());

    assertThatThrownBy(
            () ->
                transport.call(
                    "find order",
                    Retryable.READ,
                    CallOptions.none(),
                    api(transport).order("1"),
                    order -> Optional.of(ProtocolException.ofField("a", "b", "c", "d", null))))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void call_interruptedWhileWaiting_keepsTheFlagAndSaysSo() {
    answers(status(503), okJson("{}"));
    Transport transport =
        connect(
            settings(),
            ErrorDecoder.byStatus(),
            TransportRuntime.builder()
                .from(time.runtime())
                .sleeper(
                    wait -> {
                      throw new InterruptedException();
                    })
                .build());

    assertThatThrownBy(() -> read(transport))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.outcomeUnknown()).isFalse())
        .hasMessageContaining("interrupted")
        .hasCauseInstanceOf(UnavailableException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Retryable.class)
  void call_onAnInterruptedThread_sendsNothing(Retryable kind) {
    answers(okJson("{}"));
    Transport transport = transport(settings());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> find(transport, kind, CallOptions.none()))
        .isInstanceOf(TransportException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(requests()).isEmpty();
  }

  private static Optional<OnboardingException> refusal(Order order, RemoteAnswer answer) {
    if ("busy".equals(order.id())) {
      return Optional.of(new RateLimitedException(answer.refusal().build()));
    }
    return answer
        .text("id")
        .map(code -> new NotFoundException(answer.refusal().code(code).build()));
  }

  private static Order read(Transport transport) {
    return find(transport, Retryable.READ, CallOptions.none());
  }

  private static Order find(Transport transport, Retryable kind, CallOptions options) {
    return transport.call("find order", kind, options, api(transport).order("1"));
  }

  private static OrderApi api(Transport transport) {
    return transport.api(OrderApi.class);
  }

  private static HttpSettings.Builder settings() {
    return HttpSettings.builder().baseUrl(URI.create(SERVER.baseUrl()));
  }

  private Transport transport(HttpSettings.Builder settings) {
    return transport(settings, ErrorDecoder.byStatus());
  }

  private Transport transport(HttpSettings.Builder settings, ErrorDecoder errors) {
    return connect(settings, errors, time.runtime());
  }

  private Transport connect(
      HttpSettings.Builder settings, ErrorDecoder errors, TransportRuntime runtime) {
    Transport transport = Transport.connect("guance", settings.build(), runtime, errors);
    open.add(transport);
    return transport;
  }

  private static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status);
  }

  private static List<LoggedRequest> requests() {
    return SERVER.findAll(anyRequestedFor(anyUrl()));
  }

  /** Answers the first request with the first answer, and so on. */
  private static void answers(ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      SERVER.stubFor(
          any(anyUrl())
              .inScenario("answers")
              .whenScenarioStateIs(i == 0 ? STARTED : "after " + i)
              .willReturn(answers[i])
              .willSetStateTo("after " + (i + 1)));
    }
  }
}
