package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.scheduler.OnboardingScheduler;
import com.guance.onboarding.scheduler.SchedulerSettings;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.DatabaseServers;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.NewOrder;
import com.guance.onboarding.testkit.SettableClock;
import com.guance.onboarding.transport.TransportRuntime;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Three processes that share what is due, an emulator, and this process, which buys, plays the
 * people and kills a node every few seconds.
 */
final class Cluster implements AutoCloseable {

  private static final int NODES = 3;
  private static final int ORDERS = 300;

  /** Fewer are no torture. */
  private static final int FEWEST_KILLS = 5;

  private static final int MOST_KILLS = 20;

  /** So many are on their way at a time; more would only wait for their turn. */
  private static final int AT_ONCE = 2 * NODES * ClusterWorker.THREADS;

  private static final Duration KILL_EVERY = Duration.ofSeconds(4);

  /** So many are completed between two kills, that a slow machine also gets on. */
  private static final int COMPLETED_BETWEEN = 8;

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration TURN = Duration.ofMillis(10);

  /**
   * A slow machine is not what is tested here: it fails only when nothing is completed any more.
   */
  private static final Duration NOTHING_FOR = Duration.ofMinutes(5);

  /** A call that takes time gives a kill something to hit. */
  private static final Duration CALL_TIME = Duration.ofMillis(100);

  /** A claim's life, six heartbeats until a node is missed, two polls; then it may be taken. */
  private static final Duration LEASE =
      ClusterWorker.CLAIM
          .plus(ClusterWorker.HEARTBEAT.multipliedBy(6))
          .plus(ClusterWorker.POLL.multipliedBy(2));

  /** After the lease it has to be its turn, which takes no longer than a lease does. */
  private static final Duration LONGEST_REST = LEASE.multipliedBy(2);

  /** Each list of the emulator, and what tells one order's thing from another's. */
  private static final Map<String, String> THINGS =
      Map.of(
          "orders", "orderId",
          "organizations", "huaweiAccountId",
          "members", "organizationId",
          "bindings", "orderId",
          "authorizations", "bindingId",
          "billingAccounts", "huaweiAccountId",
          "workspaces", "billingAccountId",
          "dataKits", "workspaceId");

  private final Random random;
  private final String prefix = DatabaseServers.freshPrefix();
  private final ClusterTable table = new ClusterTable(prefix);
  private final Emulator emulator =
      Emulator.start(
          EmulatorSettings.builder()
              .clock(SettableClock.running())
              .callTime(CALL_TIME)
              .idempotencyKeys(false)
              .build());
  private final OnboardingFlow flow;
  private final WorkerClasses classes;
  private final List<WorkerProcess> nodes = new ArrayList<>();
  private final Set<String> played = new HashSet<>();
  private final Set<WorkerProcess> working = new HashSet<>();
  private final long start = System.nanoTime();
  private int begun;
  private int kills;
  private int struck;

  Cluster(Random random, Path folder) throws InterruptedException {
    this.random = random;
    this.classes = WorkerClasses.in(folder);
    JdbcStore store =
        JdbcStore.create(
            DatabaseServers.postgres(), JdbcSettings.defaults().withTablePrefix(prefix));
    OnboardingScheduler.createTables(
        DatabaseServers.postgres(), SchedulerSettings.builder().tablePrefix(prefix).build());
    this.flow =
        WorkerFlow.builder(
                store,
                Hands.GATEWAYS,
                emulator.baseUri(),
                Clock.systemUTC(),
                TransportRuntime.builder().build())
            .build();
    emulator.buyer().callbacks(false);
    node(ClusterWorker.REHEARSAL).end();
    for (int node = 0; node < NODES; node++) {
      nodes.add(node(name(node)));
    }
  }

  private WorkerProcess node(String name) {
    return WorkerProcess.start(
        classes,
        ClusterWorker.class,
        DatabaseServers.postgresUrl(),
        prefix,
        emulator.baseUri().toString(),
        name);
  }

  private static String name(int number) {
    return "node-" + number;
  }

  /** Buys, plays and kills until all is done, and looks at what has come of it. */
  void run() throws SQLException {
    long nextKill = start + KILL_EVERY.toNanos();
    int killAt = COMPLETED_BETWEEN;
    long nextLook = start;
    long lastCompleted = start;
    int completed = 0;
    while (completed < ORDERS) {
      long now = System.nanoTime();
      if (now - lastCompleted > NOTHING_FOR.toNanos()) {
        fail("after " + kills + " kills " + completed + " complete, but not " + unfinished());
      }
      if (begun < ORDERS && begun - completed < AT_ONCE) {
        begin(begun++);
      }
      boolean ready = working.size() == NODES && completed >= killAt;
      if (kills < MOST_KILLS && ready && now - nextKill >= 0) {
        kill(random.nextInt(NODES));
        nextKill = now + KILL_EVERY.toNanos();
        killAt = completed + COMPLETED_BETWEEN;
      }
      for (WorkerProcess node : nodes) {
        hear(node);
      }
      if (now - nextLook >= 0) {
        int before = completed;
        completed = table.completed();
        lastCompleted = completed > before ? now : lastCompleted;
        nextLook = now + LOOK_EVERY.toNanos();
      }
      LockSupport.parkNanos(TURN.toNanos());
    }
    check();
  }

  private List<String> unfinished() {
    return table.unfinished().stream()
        .map(id -> flow.explain(new OnboardingId(id)).toString())
        .toList();
  }

  private void begin(int number) {
    OrderKey order = order(number);
    String email = email(order);
    emulator
        .buyer()
        .purchase(
            NewOrder.builder()
                .order(order)
                .buyer(new HuaweiAccountId("buyer%027d".formatted(number)))
                .build());
    OnboardingRequest.Builder request = OnboardingRequest.of(order);
    RequestFile.sample().answers().forEach(request::with);
    flow.begin(
        request
            .with(Field.ORGANIZATION_NAME, "Company " + number)
            .with(Field.ORGANIZATION_SHORT_NAME, "gcy" + number)
            .with(Field.ENTERPRISE_NAME, "Company " + number)
            .with(Field.BILLING_USER_NAME, "ops-" + number)
            .with(Field.BILLING_EMAIL, email)
            .with(Field.WORKSPACE_NAME, "prod-" + number)
            .with(Field.WORKSPACE_EMAIL, email)
            .with(Field.TERMS_AT, Clock.systemUTC().instant().toString())
            .build());
  }

  private static OrderKey order(int number) {
    return new OrderKey("CS-" + number, "CS-" + number + "-000001");
  }

  private static String email(OrderKey order) {
    return order.orderId() + "@example.com";
  }

  private void kill(int number) throws SQLException {
    WorkerProcess victim = nodes.get(number);
    victim.kill();
    struck += table.struckWith(name(number));
    for (Optional<String> line = victim.hear(); line.isPresent(); line = victim.hear()) {
      act(line.get(), victim);
    }
    victim.close();
    working.remove(victim);
    kills++;
    nodes.set(number, node(name(number)));
  }

  private void hear(WorkerProcess node) {
    while (node.speaks()) {
      node.hear().ifPresent(line -> act(line, node));
    }
  }

  private void act(String line, WorkerProcess node) {
    String[] words = line.split("\t", -1);
    switch (words[0]) {
      case "TASK" -> play(new OnboardingId(words[1]), words[2]);
      case "CODE" -> node.say(code(new OnboardingId(words[1])));
      case "WORKS" -> working.add(node);
      default -> {} // it was killed within a word
    }
  }

  private String code(OnboardingId id) {
    return emulator.mail().code(email(flow.get(id).order())).map(Secret::reveal).orElse("");
  }

  private void play(OnboardingId id, String taskId) {
    for (PersonTask task :
        flow.explain(id).waiting().map(Progress.Waiting::tasks).orElse(List.of())) {
      if (task.id().equals(taskId) && !task.asksForSecret() && played.add(id + taskId)) {
        emulator.buyer().connect(flow::record).playConsole(task, flow.get(id).order());
      }
    }
  }

  private void check() throws SQLException {
    THINGS.forEach(
        (list, key) ->
            assertThat(emulator.rows(list))
                .as(list)
                .hasSize(ORDERS)
                .extracting(row -> row.get(key))
                .doesNotContainNull()
                .doesNotHaveDuplicates());
    assertThat(kills).as("kills").isGreaterThanOrEqualTo(FEWEST_KILLS);
    assertThat(struck).as("onboardings that a kill has struck").isPositive();
    checkRests(table.rests());
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (table.atWork() > 0) {
      assertThat(System.nanoTime() - patience).as("rows that are left").isNegative();
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static void checkRests(ClusterRests rests) {
    String seen = "%s after a kill, %s else".formatted(rests.longestRest(), rests.longestTurn());
    assertThat(rests.longestRest())
        .as("stuck with a dead node, beside the turn that everybody waits for: %s", seen)
        .isLessThan(LEASE.plus(rests.longestTurn()));
    assertThat(rests.longestRest())
        .as("stuck with a dead node, on two cores that do nothing else: %s", seen)
        .isLessThan(LONGEST_REST);
  }

  /** What was seen, for whoever compares runs. */
  String report() {
    return ("%d onboardings on %d nodes in %d s, %d kills struck %d, longest rest of those %d ms,"
            + " of others %d ms")
        .formatted(
            begun,
            NODES,
            Duration.ofNanos(System.nanoTime() - start).toSeconds(),
            kills,
            struck,
            table.rests().longestRest().toMillis(),
            table.rests().longestTurn().toMillis());
  }

  @Override
  public void close() {
    nodes.forEach(WorkerProcess::close);
    flow.close();
    emulator.close();
  }
}
