package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.transport.OrderApi.Order;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** Secrets are planted wherever a call can carry them, and must come out nowhere. */
class DiscretionTest {

  private static final String CANARY = "canary";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("com.guance.onboarding");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Transport transport = transport(SERVER.baseUrl());

  @BeforeEach
  void listen() {
    ours.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    ours.setLevel(null);
    transport.close();
  }

  static Stream<ResponseDefinitionBuilder> answers() {
    return Stream.of(
        okJson("{\"id\":\"canary\"}").withHeader("X-Token", CANARY),
        okJson("{\"amount\":\"canary\"}"),
        okJson("{\"since\":\"canary\"}"),
        okJson("{\"members\":{\"canary\":{\"vip\":\"canary\"}}}"),
        okJson("{\"buyer\":{\"canary\":canary}}"),
        okJson("{\"id\":\"canary"),
        okJson("{\"state\":{\"canary\":1},\"tags\":{\"canary\":{}}}"),
        okJson("canary"),
        okJson("<html>canary</html>"),
        okJson("{\"id\":\"" + "canary".repeat(1 << 18) + "\"}"),
        aResponse().withStatus(400).withBody("{\"code\":\"canary at home\"}"),
        aResponse().withStatus(401).withBody("canary").withHeader("X-Request-Id", "canary: 1"),
        aResponse().withStatus(503).withBody("canary").withHeader("Retry-After", CANARY),
        aResponse().withStatus(302).withHeader("Location", "http://x/?canary"),
        aResponse().withHeader("Content-Encoding", "gzip").withBody(CANARY),
        aResponse().withHeader("Content-Type", "canary;canary").withBody("{}"),
        aResponse().withStatusMessage(CANARY).withBody(CANARY),
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void call_withSecretsEverywhere_showsThemNowhere(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));

    Throwable thrown = catchThrowable(() -> find(transport));

    assertDiscreet(thrown);
    assertThat(log.list)
        .isNotEmpty()
        .allMatch(event -> event.getLevel() == Level.DEBUG)
        .first()
        .asString()
        .contains("guance find order: GET orders/{id} -> ", " ms, attempt 1, request req-");
  }

  @Test
  void call_answeredInNoHttpAtAll_quotesNothing() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Transport other = transport("http://127.0.0.1:" + socket.getLocalPort())) {
      Thread server = new Thread(() -> answerOnce(socket, "canary canary canary\r\n\r\n"));
      server.start();

      assertDiscreet(catchThrowable(() -> find(other)));
      server.join();
    }
  }

  @Test
  void call_thatCannotBeEncoded_quotesNothing() {
    UnreadableApi api = transport.api(UnreadableApi.class);

    Throwable thrown =
        catchThrowable(
            () ->
                transport.call(
                    "send", Retryable.WRITE, CallOptions.none(), api.send(new Unreadable())));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guance send: an argument cannot be encoded (IllegalArgumentException)");
    assertDiscreet(thrown);
  }

  @Test
  void call_withAHeaderThatHttpDoesNotAllow_quotesNothing() {
    HttpSettings settings =
        HttpSettings.builder()
            .baseUrl(URI.create(SERVER.baseUrl()))
            .authorizer(request -> request.header("DF-API-KEY", "canary\n"))
            .build();
    try (Transport other = Transport.connect("guance", settings, new FakeTime().runtime())) {
      Throwable thrown = catchThrowable(() -> find(other));

      assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
      assertDiscreet(thrown);
      assertThatThrownBy(
              () ->
                  other.call(
                      "find order",
                      Retryable.READ,
                      CallOptions.none(),
                      other.api(OrderApi.class).order("1", "t", "canary\n")))
          .satisfies(this::assertDiscreet);
    }
  }

  @Test
  void call_withLoggingOff_writesNothing() {
    ours.setLevel(Level.INFO);
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

    find(transport);

    assertThat(log.list).isEmpty();
  }

  private void assertDiscreet(Throwable thrown) {
    assertThat(log.list).allSatisfy(event -> assertClean(event.toString()));
    assertClean(transport.toString());
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      assertClean(trace.toString());
      assertClean(thrown.toString());
    }
  }

  /** Text of the test's own stack frames is not what we look for. */
  private static void assertClean(String text) {
    assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(CANARY, "63616e617279");
  }

  private static Order find(Transport transport) {
    return transport.call(
        "find order",
        Retryable.READ,
        CallOptions.none().withIdempotencyKey(CANARY),
        transport.api(OrderApi.class).order("canary", "canary", "canary"));
  }

  private static Transport transport(String baseUrl) {
    HttpSettings settings =
        HttpSettings.builder()
            .baseUrl(URI.create(baseUrl))
            .maxAttempts(2)
            .authorizer(request -> request.header("Authorization", "Bearer canary"))
            .build();
    return Transport.connect("guance", settings, new FakeTime().runtime());
  }

  private static void answerOnce(ServerSocket server, String text) {
    try (Socket client = server.accept()) {
      client.getInputStream().read(new byte[4096]);
      client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      client.getOutputStream().flush();
    } catch (IOException e) {
      // The test sees what comes of it.
    }
    try {
      server.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  interface UnreadableApi {
    @POST("orders")
    Call<Void> send(@Body Unreadable body);
  }

  static final class Unreadable {
    @SuppressWarnings("DoNotCallSuggester")
    public String getSecret() {
      throw new IllegalStateException(CANARY);
    }

    @Override
    public String toString() {
      return CANARY;
    }
  }
}
