package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.transport.OrderApi.Order;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls go through the proxy that the settings name, and past it where they say so. */
class ProxyTest {

  private final List<URI> forwarded = new CopyOnWriteArrayList<>();
  private final List<URI> failed = new CopyOnWriteArrayList<>();
  private final HttpServer origin = serve(ProxyTest::order);
  private final HttpServer proxy = serve(this::forward);

  @AfterEach
  void stop() {
    origin.stop(0);
    proxy.stop(0);
  }

  private interface Exchanger {
    void handle(HttpExchange exchange) throws IOException;
  }

  private static HttpServer serve(Exchanger exchanger) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchanger.handle(exchange);
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void order(HttpExchange exchange) throws IOException {
    answer(exchange, "{\"id\":\"A\"}".getBytes(StandardCharsets.UTF_8));
  }

  /** A proxy is asked for the whole address; it calls the origin and passes the answer on. */
  private void forward(HttpExchange exchange) throws IOException {
    forwarded.add(exchange.getRequestURI());
    HttpURLConnection call =
        (HttpURLConnection) exchange.getRequestURI().toURL().openConnection(Proxy.NO_PROXY);
    answer(exchange, call.getInputStream().readAllBytes());
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private ProxySelector through(Proxy chosen) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI address) {
        return List.of(chosen);
      }

      @Override
      public void connectFailed(URI address, SocketAddress at, IOException why) {
        failed.add(address);
      }
    };
  }

  private Proxy ours() {
    return new Proxy(Proxy.Type.HTTP, proxy.getAddress());
  }

  private Order find(ProxySelector selector) {
    HttpSettings settings =
        HttpSettings.builder()
            .baseUrl(URI.create("http://127.0.0.1:" + origin.getAddress().getPort()))
            .proxy(selector)
            .maxAttempts(1)
            .build();
    try (Transport transport = Transport.connect("guance", settings, new FakeTime().runtime())) {
      return transport.call(
          "find order",
          Retryable.READ,
          CallOptions.none(),
          transport.api(OrderApi.class).order("1"));
    }
  }

  @Test
  void call_proxyInTheSettings_goesThroughIt() {
    assertThat(find(through(ours())).id()).isEqualTo("A");

    assertThat(forwarded)
        .singleElement()
        .satisfies(
            uri -> {
              assertThat(uri.getAuthority())
                  .isEqualTo("127.0.0.1:" + origin.getAddress().getPort());
              assertThat(Optional.ofNullable(uri.getPath()).orElse("")).endsWith("/1");
            });
  }

  @Test
  void call_selectorSaysDirect_goesPastTheProxy() {
    assertThat(find(through(Proxy.NO_PROXY)).id()).isEqualTo("A");

    assertThat(forwarded).isEmpty();
  }

  @Test
  void call_proxyIsDown_isUnansweredAndTellsTheSelector() {
    Proxy down = ours();
    proxy.stop(0);

    assertThatThrownBy(() -> find(through(down)))
        .isInstanceOf(TransportException.class)
        .hasMessageStartingWith("guance find order unanswered");
    assertThat(failed).hasSize(1);
  }
}
