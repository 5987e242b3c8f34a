package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.Emulator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sample is no toy: what a real installation could not read, it does not read either. */
final class BackendReachTest {

  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private final Emulator emulator = Emulator.start();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer between = server();

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    between.stop(0);
    threads.shutdownNow();
    emulator.close();
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down what is asked of the emulator, and asks it. */
  private URI between() {
    between.setExecutor(threads);
    between.createContext("/", this::forward);
    between.start();
    return URI.create("http://127.0.0.1:" + between.getAddress().getPort());
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI().getPath());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(emulator.baseUri().resolve(exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void backend_readsNothingOfTheEmulatorButItsGatewaysAndItsClock() {
    try (Backend backend =
        Backend.start(
            BackendSettings.of(
                between(), BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY)))) {
      emulator.kooGallery().connect(BackendConnection.to(backend).build());
      OrderKey order = emulator.buyer().purchase();
      TenantId tenant = emulator.buyer().createOrganization("GCY Ltd", "gcy");
      emulator.buyer().addMember(tenant, "Wendy");
      emulator.buyer().bind(order, tenant);
      emulator.buyer().authorize(order, "Wendy");

      new Visitor(backend.baseUri())
          .until(
              "/onboardings",
              list -> list.at("/0/waitingFor").toString().contains("CHOOSE_BILLING"),
              () -> emulator.clock().advance(Duration.ofMinutes(10)));
    }

    assertThat(asked).contains("/emulator/clock").anyMatch(path -> path.startsWith("/billing/v1/"));
    assertThat(asked)
        .allMatch(
            path ->
                path.equals("/emulator/clock")
                    || path.startsWith("/joint-operations/v1/")
                    || path.startsWith("/billing/v1/"));
  }
}
