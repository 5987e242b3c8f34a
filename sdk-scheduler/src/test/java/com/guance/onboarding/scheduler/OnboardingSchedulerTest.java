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
import com.guance.onboarding.spi.Sealer;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.store.JdbcStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnboardingSchedulerTest {

  private static final int MANY = 20;
  private static final SchedulerSettings FAST =
      SchedulerSettings.builder().pollInterval(Duration.ofMillis(50)).build();

  private final JdbcConnectionPool source =
      JdbcConnectionPool.create("jdbc:h2:mem:scheduler;DB_CLOSE_DELAY=-1", "sa", "");
  private final JdbcStore store = JdbcStore.create(source);
  private final Map<OnboardingId, Integer> opened = new ConcurrentHashMap<>();
  private final CountDownLatch all = new CountDownLatch(MANY);

  @AfterEach
  void drop() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
    source.dispose();
  }

  private OnboardingFlow flow() {
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

  @Test
  void start_onTwoNodes_advancesWhatIsDueAndLeavesNoRowAndNoThread() throws Exception {
    Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
    OnboardingScheduler.createTables(source, FAST);
    OnboardingScheduler.createTables(source, FAST);
    try (OnboardingFlow one = flow();
        OnboardingFlow two = flow();
        OnboardingScheduler first = OnboardingScheduler.start(one, store, source, node("one"));
        OnboardingScheduler second = OnboardingScheduler.start(two, store, source, node("two"))) {
      for (int i = 0; i < MANY; i++) {
        one.begin(OnboardingRequest.of(new OrderKey("CS-" + i, "CS-" + i + "-1")).build());
      }
      assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(first).isNotSameAs(second);
    }
    assertThat(opened).hasSize(MANY);
    assertThat(count("task_name = 'onboarding-advance'")).isZero();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread) && thread.isAlive())
        .extracting(Thread::getName)
        .filteredOn(name -> name.contains("scheduler"))
        .isEmpty();
  }

  private static SchedulerSettings node(String name) {
    return SchedulerSettings.builder().from(FAST).node(name).build();
  }

  @Test
  void start_onboardingOfANewerVersion_isLeftAloneAndTheOthersGoOn() throws Exception {
    OnboardingScheduler.createTables(source, FAST);
    OnboardingId newer = new OnboardingId("newer");
    SnapshotRow row =
        SnapshotRow.builder()
            .id(newer)
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
            .id(newer)
            .addFacts(new FactRow("new:1", "{\"k\":\"SOMETHING_NEW\",\"s\":\"READ\"}"))
            .snapshot(row)
            .build());
    try (OnboardingFlow flow = flow();
        OnboardingScheduler scheduler = OnboardingScheduler.start(flow, store, source, FAST)) {
      assertThat(scheduler).isNotNull();
      for (int i = 0; i < MANY; i++) {
        flow.begin(OnboardingRequest.of(new OrderKey("CS-" + i, "CS-" + i + "-1")).build());
      }
      assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(store.load(newer)).contains(row);
    assertThat(store.facts(newer)).hasSize(1);
    assertThat(count("task_instance = 'newer' AND execution_time > NOW()")).isEqualTo(1);
  }

  private int count(String condition) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT COUNT(*) FROM " + Tables.NAME + " WHERE " + condition)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void build_valuesThatCannotBe_nameFieldAndRule() {
    assertThatThrownBy(() -> SchedulerSettings.builder().threads(0).build())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("threads");
    assertThatThrownBy(() -> SchedulerSettings.builder().pollInterval(Duration.ZERO).build())
        .hasMessageContaining("pollInterval");
    assertThatThrownBy(() -> SchedulerSettings.builder().missedHeartbeats(1).build())
        .hasMessageContaining("missedHeartbeats");
    assertThatThrownBy(() -> SchedulerSettings.builder().tablePrefix("a;b").build())
        .hasMessageContaining("tablePrefix");
  }

  /** Seals nothing: what lies in this database is nobody's. */
  private static final class OpenSealer implements Sealer {
    @Override
    public String seal(String text, String context) {
      return text;
    }

    @Override
    public String open(String sealed, String context) {
      return sealed;
    }
  }
}
