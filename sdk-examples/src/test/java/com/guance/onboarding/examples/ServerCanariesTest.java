package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.DatabaseServer;
import com.guance.onboarding.testkit.MariaDbServer;
import com.guance.onboarding.testkit.PostgresServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** After a whole onboarding, no secret lies in the files and logs of the database server. */
final class ServerCanariesTest {

  private static final String CODE = "canary-code-7391";

  private final Map<TaskKind, String> given = new HashMap<>();

  static Stream<Arguments> servers() {
    return Stream.of(
        Arguments.of("PostgreSQL", (Supplier<DatabaseServer>) PostgresServer::start),
        Arguments.of("MariaDB", (Supplier<DatabaseServer>) MariaDbServer::start));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void files_afterAWholeOnboarding_holdNeitherPasswordNorCodeNorTokenNorKey(
      String name, Supplier<DatabaseServer> start) throws Exception {
    DatabaseServer server = start.get();
    try {
      run(server.url());
    } finally {
      server.stop(); // now all of it is in the files
    }

    assertThat(given).containsKeys(TaskKind.SET_PASSWORD, TaskKind.ENTER_CODE);
    assertThat(places(server.folder(), "onboarding_fact")).as("the scan works").isNotEmpty();
    assertThat(places(server.folder(), Objects.requireNonNull(given.get(TaskKind.SET_PASSWORD))))
        .as("password")
        .isEmpty();
    assertThat(places(server.folder(), CODE)).as("code").isEmpty();
    assertThat(places(server.folder(), "tkn_")).as("token").isEmpty();
    assertThat(places(server.folder(), Objects.requireNonNull(given.get(TaskKind.CREATE_API_KEY))))
        .as("API key")
        .isEmpty();
    assertThat(places(server.folder(), "wendy@example.com")).as("address").isEmpty();
  }

  private void run(String url) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    try (HikariDataSource source = new HikariDataSource(pool);
        Journey journey = new Journey(Hands.GATEWAYS);
        JdbcStore store = JdbcStore.create(source);
        OnboardingFlow flow = flow(journey, store)) {
      OnboardingId id =
          flow.begin(DemoWorld.prepare(journey.emulator, journey.request, Branch.REGISTER));
      journey.emulator.buyer().connect(flow::record).callbacks(false);
      Answers mistyped =
          task ->
              task.kind() == TaskKind.ENTER_CODE
                  ? Optional.of(Map.of("code", Secret.of(CODE)))
                  : answer(journey, task);
      assertThat(flow.advance(id, mistyped)).isInstanceOf(Progress.Waiting.class);
      assertThat(flow.explain(id).waiting().flatMap(Progress.Waiting::problem))
          .as("the wrong code has been tried")
          .isPresent();
      assertThat(journey.toTheEnd(flow, id, task -> answer(journey, task)))
          .isInstanceOf(Progress.Completed.class);
    }
  }

  private static OnboardingFlow flow(Journey journey, JdbcStore store) {
    return journey.newFlow(
        OnboardingFlow.builder()
            .sealer(WorkerFlow.sealer())
            .verification(
                DemoWorld.verifier(journey.emulator, journey.runtime(), Duration.ofMinutes(1)),
                store.secrets(WorkerFlow.sealer())),
        store);
  }

  private Optional<Map<String, Secret>> answer(Journey journey, PersonTask task) {
    Optional<Map<String, Secret>> answer = journey.answer(task);
    answer.ifPresent(
        values -> values.values().forEach(value -> given.put(task.kind(), value.reveal())));
    return answer;
  }

  /** The files that hold the text, in one byte or two for a character. */
  private static List<Path> places(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      String wide =
          new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
      return bytes.contains(text) || bytes.contains(wide);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
