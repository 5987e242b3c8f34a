package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

/** The judge of production URLs, as a partner calls it on an endpoint that believes everybody. */
final class ConformanceCommandTest {

  private static final byte[] YES =
      "{\"resultCode\":\"000000\",\"resultMsg\":\"ok\",\"instanceId\":\"one-for-all\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, YES.length);
            exchange.getResponseBody().write(YES);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.shutdownNow();
  }

  private int run(String... more) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/koogallery";
    List<String> args = new ArrayList<>(List.of("conformance", url));
    args.addAll(List.of("--production-key", "canary-production", "--sync-key", "canary-sync"));
    args.addAll(List.of(more));
    return OnboardingCli.run(
        new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
  }

  @Test
  void conformance_ofAnEndpointThatBelievesEverybody_namesWhatIsViolated() {
    int exit = run();

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString().lines().filter(line -> line.startsWith("FAIL")))
        .as(out.toString())
        .hasSizeGreaterThan(20)
        .anyMatch(line -> line.contains("sync-signature-wrong") && line.contains("§2.2 x-sign"));
    assertThat(out.toString()).contains("144 scenarios, ").doesNotContain(" 0 violations");
    assertThat(out.toString() + err).doesNotContain("canary");
  }

  @Test
  @DefaultLocale("ar-EG")
  void conformance_inChineseWhereNumbersHaveOtherDigits_saysTheSame() {
    int exit = run("--lang", "zh");

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString()).contains("144 项").doesNotContain("scenarios");
  }

  @Test
  void conformance_whereNobodyAnswers_isNoVerdict() {
    server.stop(0);

    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("does not answer");
  }

  @Test
  void conformance_inAnotherLanguage_isRefused() {
    assertThat(run("--lang", "fr")).isEqualTo(2);
    assertThat(err.toString()).contains("--lang must be zh or en");
  }
}
