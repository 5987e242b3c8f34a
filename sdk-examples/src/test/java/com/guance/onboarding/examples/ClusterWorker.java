package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingListener;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.scheduler.OnboardingScheduler;
import com.guance.onboarding.scheduler.SchedulerSettings;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.transport.TransportRuntime;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One node of a cluster: it works on whatever is due until it is killed. Whoever started it plays
 * the people, and hears of each task that is handed out.
 */
final class ClusterWorker {

  static final Duration HEARTBEAT = Duration.ofSeconds(1);
  static final Duration CLAIM = Duration.ofSeconds(15);
  static final Duration POLL = Duration.ofMillis(500);
  static final int THREADS = 4;

  /** The name of a node that ends as soon as it works. */
  static final String REHEARSAL = "rehearsal";

  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ClusterWorker() {}

  /** Takes the database, the tables' prefix, the emulator and the node's name. */
  public static void main(String[] arguments) throws InterruptedException {
    new ClusterWorker()
        .run(arguments[0], arguments[1], URI.create(arguments[2]), settings(arguments));
  }

  private static SchedulerSettings settings(String[] arguments) {
    return SchedulerSettings.builder()
        .tablePrefix(arguments[1])
        .node(arguments[3])
        .threads(THREADS)
        .pollInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .build();
  }

  private void run(String url, String prefix, URI emulator, SchedulerSettings settings)
      throws InterruptedException {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(2 * THREADS);
    pool.setMinimumIdle(1);
    try (HikariDataSource source = new HikariDataSource(pool);
        JdbcStore store = JdbcStore.open(source, JdbcSettings.defaults().withTablePrefix(prefix));
        OnboardingFlow flow =
            WorkerFlow.builder(
                    store,
                    Hands.GATEWAYS,
                    emulator,
                    Clock.systemUTC(),
                    TransportRuntime.builder().build())
                .claim(CLAIM)
                .listener(listener())
                .build();
        OnboardingScheduler scheduler =
            OnboardingScheduler.start(
                flow,
                store,
                source,
                SchedulerSettings.builder().from(settings).answers(this::answer).build())) {
      say("WORKS\t" + scheduler.getClass().getSimpleName());
      if (!settings.node().equals(REHEARSAL)) {
        Thread.currentThread().join(); // until it is killed
      }
    }
  }

  private OnboardingListener listener() {
    return new OnboardingListener() {
      @Override
      public void taskOpened(String eventId, PersonTask task) {
        say("TASK\t" + task.onboarding().value() + "\t" + task.id());
      }
    };
  }

  private Optional<Map<String, Secret>> answer(PersonTask task) {
    return switch (task.kind()) {
      case SET_PASSWORD -> Optional.of(Map.of("password", Secret.of(Journey.PASSWORD)));
      case ENTER_CODE ->
          Optional.of(ask("CODE\t" + task.onboarding().value()))
              .filter(code -> !code.isEmpty())
              .map(code -> Map.of("code", Secret.of(code)));
      default -> Optional.empty();
    };
  }

  /** One question at a time, else two threads could hear each other's answer. */
  private synchronized String ask(String question) {
    say(question);
    try {
      return Optional.ofNullable(in.readLine()).orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void say(String line) {
    out.println(line);
  }
}
