package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.callback.CallbackHandler;
import com.guance.onboarding.huawei.callback.CallbackReply;
import com.guance.onboarding.huawei.callback.CallbackRequest;
import com.guance.onboarding.huawei.callback.CallbackSettings;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.conformance.Conformance;
import com.guance.onboarding.testkit.conformance.ConformanceReport;
import com.guance.onboarding.testkit.conformance.ConformanceSettings;
import com.guance.onboarding.testkit.conformance.Orders;
import com.guance.onboarding.testkit.conformance.Verdict;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConformanceTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  static Stream<Mutant> mutants() {
    return Mutants.all().stream();
  }

  @Test
  void run_sampleBackend_findsNoViolationTwice() {
    try (Emulator emulator = Emulator.start();
        Backend backend =
            Backend.start(
                BackendSettings.of(
                    emulator.baseUri(),
                    BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY)))) {
      URI url = backend.baseUri().resolve(Backend.PRODUCTION_PATH);
      for (Orders orders : new Orders[] {Orders.FRESH, Orders.FRESH, Orders.MOCK}) {
        ConformanceReport report = Conformance.run(settings(url, LIMIT).orders(orders).build());
        assertThat(report.failures()).extracting(Verdict::scenario).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.verdicts()).hasSizeGreaterThanOrEqualTo(60);
      }
    }
  }

  @Test
  void run_nobodyThere_isNotReached() {
    ConformanceReport report =
        Conformance.run(settings(URI.create("http://127.0.0.1:1/koogallery"), LIMIT).build());
    assertThat(report.reached()).isFalse();
    assertThat(report.passed()).isFalse();
  }

  @Test
  void scenarios_haveNamesOfTheirOwn() {
    assertThat(Conformance.scenarios()).doesNotHaveDuplicates();
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void run_brokenBackend_isCaughtByTheScenarioNamedForIt(Mutant mutant) throws IOException {
    Duration limit = mutant.scenario().equals("answer-in-time") ? Mutants.SLOW.dividedBy(2) : LIMIT;
    try (OnboardingFlow flow = OnboardingFlow.builder().callbacks(true).build();
        CallbackHandler handler = handler(flow)) {
      ExecutorService threads = Executors.newFixedThreadPool(16);
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      try {
        server.createContext("/koogallery", exchange -> answer(exchange, handler, mutant));
        server.setExecutor(threads);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/koogallery");
        ConformanceReport report =
            Conformance.run(settings(url, limit).addOnly(mutant.scenario()).build());
        assertThat(report.reached()).isTrue();
        assertThat(report.failures())
            .extracting(Verdict::scenario)
            .containsExactly(mutant.scenario());
      } finally {
        server.stop(0);
        threads.shutdownNow();
      }
    }
  }

  private static ConformanceSettings.Builder settings(URI url, Duration limit) {
    return ConformanceSettings.builder()
        .endpoint(url)
        .productionKey(Secret.of(Mutant.PRODUCTION_KEY))
        .syncKey(Secret.of(Mutant.SYNC_KEY))
        .answerWithin(limit);
  }

  private static CallbackHandler handler(OnboardingFlow flow) {
    return CallbackHandler.builder(
            flow,
            CallbackSettings.builder()
                .addProductionKeys(Secret.of(Mutant.PRODUCTION_KEY))
                .addSyncKeys(Secret.of(Mutant.SYNC_KEY))
                .entryAddress(URI.create("https://partner.example.com/"))
                .build())
        .build();
  }

  private static void answer(HttpExchange exchange, CallbackHandler handler, Mutant mutant)
      throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getRawQuery();
      CallbackRequest request =
          new CallbackRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              query == null ? "" : query,
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      CallbackReply reply = mutant.after().apply(handler.handle(mutant.before().apply(request)));
      exchange.getResponseHeaders().putAll(reply.headers());
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }
}
