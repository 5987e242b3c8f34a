package com.guance.onboarding.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingListener;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.DatabaseServers;
import com.guance.onboarding.testkit.Eventually;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnboardingSchedulerTest {

  private static final int MANY = 20;
  private final String prefix = DatabaseServers.freshPrefix();
  private final SchedulerSettings fast =
      SchedulerSettings.builder().pollInterval(Duration.ofMillis(50)).tablePrefix(prefix).build();
  private final Map<OnboardingId, Integer> opened = new ConcurrentHashMap<>();
  private final CountDownLatch all = new CountDownLatch(MANY);

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of("H2", DatabaseServers.h2()),
        Arguments.of("PostgreSQL", DatabaseServers.postgres()),
        Arguments.of("MariaDB", DatabaseServers.mariaDb()));
  }

  private JdbcStore store(DataSource source) {
    return JdbcStore.create(source, JdbcSettings.defaults().withTablePrefix(prefix));
  }

  private OnboardingFlow flow(JdbcStore store) {
    return OnboardingFlow.builder()
        .store(store)
        .sealer(new OpenSealer())
        .listener(listener())
        .build();
  }

  private OnboardingListener listener() {
    return new OnboardingListener() {
      @Override
      public void taskOpened(String eventId, PersonTask task) {
        if (opened.merge(task.onboarding(), 1, Integer::sum) == 1) {
          all.countDown();
        }
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void start_onTwoNodes_advancesWhatIsDueAndLeavesNoRowAndNoThread(
      String database, DataSource source) throws Exception {
    JdbcStore store = store(source);
    Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
    OnboardingScheduler.createTables(source, fast);
    OnboardingScheduler.createTables(source, fast);
    try (OnboardingFlow one = flow(store);
        OnboardingFlow two = flow(store);
        OnboardingScheduler first = OnboardingScheduler.start(one, store, source, node("one"));
        OnboardingScheduler second = OnboardingScheduler.start(two, store, source, node("two"))) {
      beginMany(one);
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(first).isNotSameAs(second);
    }
    assertThat(opened).hasSize(MANY);
    assertThat(count(source, "task_name = 'onboarding-advance'")).isZero();
    // a pool is done before its last thread is
    Eventually.holds(
        "no thread",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .noneMatch(thread -> thread.getName().contains("scheduler")));
  }

  private static List<String> beginMany(OnboardingFlow flow) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      OrderKey order = new OrderKey("CS-" + i, "CS-" + i + "-1");
      ids.add(flow.begin(OnboardingRequest.of(order).build()).value());
    }
    return ids;
  }

  private SchedulerSettings node(String name) {
    return SchedulerSettings.builder().from(fast).node(name).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void start_onboardingOfANewerVersion_isLeftAloneAndTheOthersGoOn(
      String database, DataSource source) throws Exception {
    JdbcStore store = store(source);
    OnboardingScheduler.createTables(source, fast);
    SnapshotRow row = newer(store, "newer");
    try (OnboardingFlow flow = flow(store);
        OnboardingScheduler scheduler = OnboardingScheduler.start(flow, store, source, fast)) {
      assertThat(scheduler).isNotNull();
      beginMany(flow);
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(store.load(row.id())).contains(row);
    assertThat(store.facts(row.id())).hasSize(1);
    assertThat(count(source, "task_instance = 'newer' AND execution_time > CURRENT_TIMESTAMP"))
        .isEqualTo(1);
  }

  /** Stores an onboarding that is due and has a fact of a later version. */
  private static SnapshotRow newer(JdbcStore store, String id) {
    SnapshotRow row =
        SnapshotRow.builder()
            .id(new OnboardingId(id))
            .version(1)
            .stage("ORDERED")
            .outcome("WAITING")
            .dueAt(Instant.EPOCH)
            .changedAt(Instant.EPOCH)
            .body("{\"f\":99,\"o\":\"WAITING\",\"new\":true}")
            .build();
    store.commit(
        Commit.builder()
            .now(Instant.EPOCH)
            .id(row.id())
            .addFacts(new FactRow("new:1", "{\"k\":\"SOMETHING_NEW\",\"s\":\"READ\"}"))
            .snapshot(row)
            .build());
    return row;
  }

  @Test
  void start_aCrowdThatIsLeftAloneIsDueFirst_theOthersHaveTheirTurn() throws Exception {
    DataSource source = DatabaseServers.h2();
    JdbcStore store = store(source);
    OnboardingScheduler.createTables(source, fast);
    for (int i = 0; i < Work.PAGE + MANY; i++) {
      newer(store, "newer-" + i);
    }
    try (OnboardingFlow flow = flow(store);
        OnboardingScheduler scheduler = OnboardingScheduler.start(flow, store, source, fast)) {
      assertThat(scheduler).isNotNull();
      beginMany(flow);
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(count(source, "task_name = 'onboarding-advance'")).isEqualTo(Work.PAGE + MANY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void start_anotherNodeHasScheduledOneMeanwhile_theOthersAreScheduledToo(
      String database, DataSource source) throws Exception {
    JdbcStore store = store(source);
    OnboardingScheduler.createTables(source, fast);
    try (OnboardingFlow flow = flow(store)) {
      OnboardingStore overtaken = overtaken(store, source, beginMany(flow).get(MANY - 1));
      try (OnboardingScheduler scheduler =
          OnboardingScheduler.start(flow, overtaken, source, fast)) {
        assertThat(scheduler).isNotNull();
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  /** A store at whose first look for what is due another node schedules one of them. */
  private OnboardingStore overtaken(JdbcStore store, DataSource source, String id) {
    AtomicBoolean first = new AtomicBoolean(true);
    return (OnboardingStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {OnboardingStore.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(store, arguments);
              if (method.getName().equals("due") && first.getAndSet(false)) {
                insertFailed(source, id);
              }
              return result;
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void start_rowsOfFormerFailures_goWithTheirOnboardingOrAreTriedWithinAMinute(
      String database, DataSource source) throws Exception {
    JdbcStore store = store(source);
    OnboardingScheduler.createTables(source, fast);
    CountDownLatch asked = new CountDownLatch(1);
    SchedulerSettings failing =
        SchedulerSettings.builder()
            .from(fast)
            .answers(
                task -> {
                  asked.countDown();
                  throw new IllegalStateException("no vault");
                })
            .build();
    try (OnboardingFlow flow = flow(store)) {
      OnboardingId id = flow.begin(OnboardingRequest.of(new OrderKey("CS-0", "CS-0-1")).build());
      insertFailed(source, "gone");
      insertFailed(source, id.value());
      try (OnboardingScheduler scheduler =
          OnboardingScheduler.start(flow, store, source, failing)) {
        assertThat(scheduler).isNotNull();
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        Eventually.holds("failed again", () -> count(source, "consecutive_failures = 21") == 1);
        Eventually.holds("let go", () -> count(source, "task_instance = 'gone'") == 0);
      }
    }
    Instant next = execution(source);
    assertThat(next)
        .isAfter(Instant.now().minusSeconds(1))
        .isBefore(Instant.now().plus(LaterAgain.LONGEST));
  }

  /** A row as twenty failures leave it, due now. */
  private void insertFailed(DataSource source, String id) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO "
                    + prefix
                    + Tables.NAME
                    + " (task_name, task_instance, execution_time, picked, consecutive_failures,"
                    + " version) VALUES ('onboarding-advance', ?, TIMESTAMP '2026-01-01 00:00:00',"
                    + " ?, 20, 1)")) {
      statement.setString(1, id);
      statement.setBoolean(2, false);
      statement.executeUpdate();
    }
  }

  private Instant execution(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT execution_time FROM "
                    + prefix
                    + Tables.NAME
                    + " WHERE consecutive_failures = 21")) {
      assertThat(rows.next()).isTrue();
      return rows.getTimestamp(1, Calendar.getInstance(TimeZone.getTimeZone("UTC"))).toInstant();
    }
  }

  @Test
  void pause_howeverManyFailures_growsToAMinuteAndNoFurther() {
    assertThat(LaterAgain.pause(0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(LaterAgain.pause(1)).isEqualTo(Duration.ofMillis(7_500));
    assertThat(LaterAgain.pause(20)).isEqualTo(Duration.ofMinutes(1));
    assertThat(LaterAgain.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
  }

  private int count(DataSource source, String condition) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM " + prefix + Tables.NAME + " WHERE " + condition)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void build_valuesThatCannotBe_nameFieldAndRule() {
    assertThatThrownBy(() -> SchedulerSettings.builder().threads(0).build())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("threads");
    assertThatThrownBy(() -> SchedulerSettings.builder().pollInterval(Duration.ZERO).build())
        .hasMessageContaining("pollInterval");
    Duration huge = Duration.ofSeconds(Long.MAX_VALUE);
    assertThatThrownBy(() -> SchedulerSettings.builder().pollInterval(huge).build())
        .hasMessageContaining("pollInterval: must be from 10 milliseconds to a day");
    assertThatThrownBy(() -> SchedulerSettings.builder().heartbeatInterval(huge).build())
        .hasMessageContaining("heartbeatInterval: must be from 10 milliseconds to a day");
    for (Duration time : List.of(huge, Duration.ofMillis(-1))) {
      assertThatThrownBy(() -> SchedulerSettings.builder().closeTimeout(time).build())
          .hasMessageContaining("closeTimeout: must be from zero to a day");
    }
    assertThatThrownBy(() -> SchedulerSettings.builder().missedHeartbeats(1).build())
        .hasMessageContaining("missedHeartbeats");
    assertThatThrownBy(() -> SchedulerSettings.builder().tablePrefix("a;b").build())
        .hasMessageContaining("tablePrefix");
  }
}
