package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerCallbacksTest {

  private final HandlerFixture koo = new HandlerFixture();
  private final BlockingQueue<OnboardingId> touched = new LinkedBlockingQueue<>();
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  /** The server reads it once for the whole process, and other tests of it need it, too. */
  @BeforeAll
  static void answerAtOnce() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/koogallery", HttpServerCallbacks.of(koo.handler, touched::addAll));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.shutdownNow();
    koo.close();
  }

  @Test
  void post_signedCallback_isAnsweredByteForByteAndTheTouchedAreTold() throws Exception {
    HttpResponse<byte[]> response = send(koo.newInstance("b-1"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Body-Sign"))
        .contains(BodySign.of(HmacKey.of(Signing.PRODUCTION_KEY), response.body()));
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/json;charset=utf-8");
    assertThat(send(koo.tenantSync("b-1", 1, "20260101080000000")).statusCode()).isEqualTo(200);
    for (int told = 0; told < 2; told++) {
      assertThat(touched.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(touched).isEmpty();
  }

  @Test
  void request_notPostOrTooLarge_isRefused() throws Exception {
    HttpRequest.Builder get = HttpRequest.newBuilder(address("/koogallery", "")).GET();
    HttpRequest.Builder head =
        HttpRequest.newBuilder(address("/koogallery", ""))
            .method("HEAD", HttpRequest.BodyPublishers.noBody());
    HttpRequest.Builder large =
        HttpRequest.newBuilder(address("/koogallery", ""))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(4 << 20) + 1]));

    assertThat(send(get).statusCode()).isEqualTo(405);
    assertThat(send(head).statusCode()).isEqualTo(405);
    assertThat(send(large).statusCode()).isEqualTo(413);
  }

  private HttpResponse<byte[]> send(CallbackRequest request) throws Exception {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address(request.path(), request.query()))
            .header("Content-Type", "application/json;charset=utf8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return send(builder);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI address(String path, String query) {
    return URI.create(
        "http://127.0.0.1:"
            + server.getAddress().getPort()
            + path
            + (query.isEmpty() ? "" : "?" + query));
  }
}
