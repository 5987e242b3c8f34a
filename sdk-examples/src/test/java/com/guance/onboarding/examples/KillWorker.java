package com.guance.onboarding.examples;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A process that runs onboardings as it is told, until it ends where it is told to end: halted,
 * with nothing closed and nothing said. Whoever started it plays the people.
 */
final class KillWorker {

  /** What a halted process leaves as its exit code. */
  static final int HALTED = 137;

  private static final int ROUNDS = 200;

  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final URI emulator;

  private KillWorker(URI emulator) {
    this.emulator = emulator;
  }

  public static void main(String[] arguments) throws IOException {
    KillWorker worker = new KillWorker(URI.create(arguments[0]));
    for (String line = worker.in.readLine(); line != null; line = worker.in.readLine()) {
      worker.run(line.split("\t", -1));
    }
  }

  private void run(String[] order) {
    SettableClock clock = SettableClock.standing(Instant.ofEpochMilli(Long.parseLong(order[3])));
    JdbcConnectionPool source = JdbcConnectionPool.create(order[0], "sa", "");
    OnboardingStore store =
        MortalStore.over(
            JdbcStore.open(source),
            (point, number) -> {
              if (point.name().equals(order[4]) && number == Integer.parseInt(order[5])) {
                Runtime.getRuntime().halt(HALTED);
              }
            });
    Hands hands = Hands.valueOf(order[1]);
    try (OnboardingFlow flow = WorkerFlow.builder(store, hands, emulator, clock).build()) {
      out.println("DONE\t" + toTheEnd(flow, new OnboardingId(order[2]), clock));
    } finally {
      source.dispose();
    }
  }

  private String toTheEnd(OnboardingFlow flow, OnboardingId id, SettableClock clock) {
    Set<String> played = new HashSet<>();
    Progress progress = flow.advance(id, this::answer);
    for (int i = 0; i < ROUNDS && progress instanceof Progress.Waiting waiting; i++) {
      if (!play(flow, waiting, played) && !pass(waiting, clock)) {
        return "STUCK " + waiting;
      }
      progress = flow.advance(id, this::answer);
    }
    return progress.getClass().getSimpleName();
  }

  private boolean play(OnboardingFlow flow, Progress.Waiting waiting, Set<String> played) {
    boolean acted = false;
    for (PersonTask task : waiting.tasks()) {
      if (!task.asksForSecret() && task.kind() != TaskKind.CORRECT && played.add(task.id())) {
        String said = ask("PLAY\t" + task.id());
        if (!said.isEmpty()) {
          flow.record(new Fact.Confirmed(task.onboarding(), task.id(), read(said)));
        }
        acted = true;
      }
    }
    return acted;
  }

  private boolean pass(Progress.Waiting waiting, SettableClock clock) {
    Instant now = clock.instant();
    Optional<Instant> next = waiting.notBefore().filter(at -> !at.isBefore(now));
    next.ifPresent(
        at -> {
          Duration wait = Duration.between(now, at).plusMillis(1);
          ask("PASS\t" + wait);
          clock.advance(wait);
        });
    return next.isPresent();
  }

  private Optional<Map<String, Secret>> answer(PersonTask task) {
    return switch (task.kind()) {
      case SET_PASSWORD -> Optional.of(Map.of("password", Secret.of(Journey.PASSWORD)));
      case ENTER_CODE ->
          Optional.of(ask("CODE\t" + task.id()))
              .filter(code -> !code.isEmpty())
              .map(code -> Map.of("code", Secret.of(code)));
      default -> Optional.empty();
    };
  }

  private String ask(String question) {
    out.println(question);
    try {
      return Optional.ofNullable(in.readLine()).orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> read(String json) {
    try {
      return JsonMapper.builder().build().readValue(json, new TypeReference<>() {});
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
