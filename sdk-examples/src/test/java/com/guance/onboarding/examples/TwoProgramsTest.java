package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.examples.backend.SellerKeyPair;
import com.guance.onboarding.examples.backend.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulator and the sample backend as two programs, as the README starts them. */
@SuppressWarnings("NullAway.Init") // each test starts its programs first
final class TwoProgramsTest {

  private static final List<String> KEYS =
      List.of("--production-key", "KEY-1", "--sync-key", "KEY-2");
  private static final Duration AT_ONCE = Duration.ofMillis(5);

  private WorkerProcess emulatorProgram;
  private WorkerProcess backendProgram;
  private URI emulatorUri;
  private URI backendUri;
  private Visitor emulator;
  private Visitor backend;

  private void start(List<String> forEmulator, List<String> forBackend) throws IOException {
    String port = Integer.toString(freePort());
    emulatorProgram =
        program(
            List.of(
                "emulator",
                "--port",
                Integer.toString(freePort()),
                "--partner-url",
                "http://127.0.0.1:" + port),
            forEmulator);
    emulatorUri = said(emulatorProgram, "Emulator at ");
    backendProgram =
        program(
            List.of("backend", "--port", port, "--emulator", emulatorUri.toString()), forBackend);
    emulator = new Visitor(emulatorUri);
    backendUri = said(backendProgram, "Backend at ");
    backend = new Visitor(backendUri);
  }

  @AfterEach
  void end() {
    backendProgram.close();
    emulatorProgram.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static WorkerProcess program(List<String> arguments, List<String> more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(more);
    all.addAll(KEYS);
    return WorkerProcess.start(OnboardingCli.class, all.toArray(String[]::new));
  }

  /** The address behind these words in one of the program's first lines. */
  private static URI said(WorkerProcess program, String words) {
    String line = program.hear().orElseThrow();
    while (!line.startsWith(words)) {
      line = program.hear().orElseThrow();
    }
    return URI.create(line.substring(words.length()));
  }

  private JsonNode robot(String act) {
    HttpResponse<String> answer = emulator.postJson("/emulator/buyer/" + act, "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Visitor.tree(answer);
  }

  /** A call that a busy machine has missed comes again by KooGallery's schedule: time must pass. */
  private JsonNode until(Predicate<JsonNode> condition) {
    return backend
        .until(
            "/onboardings",
            list -> condition.test(list.path(0)),
            () -> emulator.postJson("/emulator/clock", "{\"advance\":\"PT10M\"}"))
        .path(0);
  }

  private JsonNode subscription(String act, Predicate<JsonNode> condition) {
    robot(act);
    JsonNode one = until(seen -> condition.test(seen.path("subscription")));
    assertThat(one.path("outcome").asText()).as("stays so").isEqualTo("COMPLETED");
    return one.path("subscription");
  }

  private static Predicate<JsonNode> state(String state) {
    return subscription -> subscription.path("state").asText().equals(state);
  }

  @Test
  void purchase_betweenProgramsWithTheirTwoKeysOnly_isOnboardedWithNobodyElseActing()
      throws IOException {
    start(List.of(), List.of("--store", "memory"));
    JsonNode bought = robot("purchase");

    JsonNode done = until(one -> one.path("outcome").asText().equals("COMPLETED"));

    assertThat(done.path("orderId").asText()).isEqualTo(bought.path("orderId").asText());
    assertThat(done.path("waitingFor")).isEmpty();
    assertThat(backend.json("/onboardings")).hasSize(1);
    assertThat(robot("sign-in").at("/landing/signedIn").asBoolean()).isTrue();
  }

  @Test
  void purchase_withNobodyElseActing_isOnboardedAndLivesOn(@TempDir Path folder)
      throws IOException {
    Path publicKey = Files.writeString(folder.resolve("seller.pub"), SellerKeyPair.publicKey());
    Path privateKey = Files.writeString(folder.resolve("seller.pem"), SellerKeyPair.privateKey());
    start(
        List.of("--public-key", publicKey.toString()),
        List.of("--store", "memory", "--private-key", privateKey.toString()));
    JsonNode bought = robot("purchase");

    JsonNode done = until(one -> one.path("outcome").asText().equals("COMPLETED"));

    assertThat(done.path("orderId").asText()).isEqualTo(bought.path("orderId").asText());
    assertThat(done.path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(done.path("tasks")).isEmpty();
    assertThat(done.path("workspaceId").asText()).startsWith("wksp_");
    assertThat(backend.json("/onboardings")).hasSize(1);
    assertThat(robot("sign-in").at("/landing/signedIn").asBoolean()).isTrue();

    String expires = done.at("/subscription/expires").asText("");
    JsonNode renewed =
        subscription("renew", now -> !now.path("expires").asText("").equals(expires));
    assertThat(renewed.path("instanceId")).isEqualTo(done.at("/subscription/instanceId"));
    subscription("freeze", state("FROZEN"));
    subscription("unfreeze", state("ACTIVE"));
    robot("upgrade");
    until(one -> changes(one) == 2);
    JsonNode closed = subscription("close", state("RELEASED"));
    assertThat(time(closed, "dataGoneAt"))
        .isEqualTo(time(closed, "lockedAt").plus(Duration.ofDays(14)));
  }

  private static Instant time(JsonNode subscription, String name) {
    return Instant.parse(subscription.path(name).asText());
  }

  @Test
  void answers_onOneConnection_comeAtOnceThoughNobodyHasSetAProperty() throws IOException {
    start(List.of(), List.of("--store", "memory"));

    for (URI address :
        List.of(emulatorUri.resolve("/emulator/clock"), backendUri.resolve("/health"))) {
      assertThat(OneConnection.median(address)).as(address.getPath()).isLessThan(AT_ONCE);
    }
  }

  /** A renewal is one, an upgrade another. */
  private static int changes(JsonNode onboarding) {
    int changes = 0;
    for (JsonNode entry : onboarding.path("history")) {
      changes += entry.path("what").asText().equals("SUBSCRIPTION_CHANGED") ? 1 : 0;
    }
    return changes;
  }
}
