package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * One emulator and a chain of processes: each goes on where the one before was halted, begins the
 * next onboarding, and is halted in turn.
 */
final class KillLane implements AutoCloseable {

  static final List<String> THINGS =
      List.of(
          "orders",
          "organizations",
          "members",
          "bindings",
          "authorizations",
          "billingAccounts",
          "workspaces",
          "dataKits");

  /**
   * Where a process is to be halted.
   *
   * @param branch the branch
   * @param hands who does the steps
   * @param point the point
   * @param number which time the point is reached
   * @param name the step, for people
   */
  record Case(Branch branch, Hands hands, KillPoint point, int number, String name) {
    @Override
    public String toString() {
      return branch + " " + hands + ": " + point + " " + number + " (" + name + ")";
    }
  }

  private final Emulator emulator =
      Emulator.start(EmulatorSettings.builder().idempotencyKeys(false).build());
  private final RequestFile request = RequestFile.sample();
  private final List<Fact> said = new ArrayList<>();
  private final String database;
  private final WorkerClasses classes;
  private WorkerProcess next;

  KillLane(String database, WorkerClasses classes) {
    this.database = database;
    this.classes = classes;
    this.next = start();
  }

  private WorkerProcess start() {
    return WorkerProcess.start(classes, KillWorker.class, emulator.baseUri().toString());
  }

  /** Lets a process go through an onboarding undisturbed and end by itself. */
  void rehearse() throws InterruptedException {
    Case whole = new Case(Branch.REGISTER, Hands.GATEWAYS, KillPoint.BEFORE_INTENT, 0, "rehearsal");
    play(whole, (url, flow, id) -> complete(whole, url, flow, id));
    next.end();
  }

  void run(Case one) throws InterruptedException {
    play(
        one,
        (url, flow, id) -> {
          WorkerProcess victim = next;
          next = start();
          victim.say(order(url, one, id, one.point().name()));
          assertThat(serve(victim, flow, id)).as("%s is reached", one).isEmpty();
          assertThat(victim.exitCode()).isEqualTo(KillWorker.HALTED);
          complete(one, url, flow, id);
        });
  }

  /** What processes do with an onboarding. */
  private interface Act {
    void with(String url, OnboardingFlow flow, OnboardingId id) throws InterruptedException;
  }

  private void play(Case one, Act act) throws InterruptedException {
    emulator.reset();
    String url = database + "/" + one.branch() + one.hands() + one.point() + one.number();
    JdbcConnectionPool source = JdbcConnectionPool.create(url, "sa", "");
    try (OnboardingFlow flow =
        WorkerFlow.builder(
                JdbcStore.create(source), one.hands(), emulator.baseUri(), emulator.clock())
            .build()) {
      OnboardingId id = flow.begin(DemoWorld.prepare(emulator, request, one.branch()));
      emulator.buyer().connect(this::hear).callbacks(false);
      act.with(url, flow, id);
    } finally {
      source.dispose();
    }
  }

  private void complete(Case one, String url, OnboardingFlow flow, OnboardingId id) {
    next.say(order(url, one, id, "NEVER"));
    assertThat(serve(next, flow, id)).as("%s", one).contains("Completed");
    for (String list : THINGS) {
      assertThat(emulator.rows(list)).as("%s after %s", list, one).hasSize(1);
    }
  }

  private List<OnboardingId> hear(Fact fact) {
    said.add(fact);
    return List.of();
  }

  private String order(String url, Case one, OnboardingId id, String point) {
    long now = emulator.clock().instant().toEpochMilli();
    return String.join(
        "\t",
        url,
        one.hands().name(),
        id.value(),
        String.valueOf(now),
        point,
        String.valueOf(one.number()));
  }

  /** Answers a process until it is done or dead; empty when it died. */
  private Optional<String> serve(WorkerProcess worker, OnboardingFlow flow, OnboardingId id) {
    while (true) {
      Optional<String> line = worker.hear();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      String[] words = line.get().split("\t", -1);
      switch (words[0]) {
        case "DONE" -> {
          return Optional.of(words[1]);
        }
        case "CODE" ->
            worker.say(
                emulator.mail().code("wendy@example.com").map(code -> code.reveal()).orElse(""));
        case "PASS" -> {
          emulator.clock().advance(Duration.parse(words[1]));
          worker.say("");
        }
        case "PLAY" -> worker.say(play(flow, id, words[1]));
        default -> throw new IllegalStateException("a process said " + words[0]);
      }
    }
  }

  private String play(OnboardingFlow flow, OnboardingId id, String taskId) {
    PersonTask task =
        flow.explain(id).waiting().map(Progress.Waiting::tasks).orElse(List.of()).stream()
            .filter(one -> one.id().equals(taskId))
            .findFirst()
            .orElseThrow();
    said.clear();
    emulator.buyer().playConsole(task, request.order());
    return said.stream()
        .filter(Fact.Confirmed.class::isInstance)
        .map(fact -> json((Fact.Confirmed) fact))
        .findFirst()
        .orElse("");
  }

  private static String json(Fact.Confirmed fact) {
    try {
      return JsonMapper.builder().build().writeValueAsString(fact.values());
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    next.close();
    emulator.close();
  }
}
