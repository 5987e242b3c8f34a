package com.guance.onboarding.testkit;

import static com.guance.onboarding.testkit.StoreRows.fact;
import static com.guance.onboarding.testkit.StoreRows.id;
import static com.guance.onboarding.testkit.StoreRows.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only real servers show: locks, formats, nodes that start together, plans. */
final class JdbcServersTest {

  private static final int NODES = 6;

  private final String prefix = DatabaseServers.freshPrefix();
  private final JdbcSettings settings = JdbcSettings.defaults().withTablePrefix(prefix);

  static Stream<DataSource> all() {
    return Stream.of(DatabaseServers.h2(), DatabaseServers.postgres(), DatabaseServers.mariaDb());
  }

  static Stream<DataSource> servers() {
    return Stream.of(DatabaseServers.postgres(), DatabaseServers.mariaDb());
  }

  @ParameterizedTest
  @MethodSource("all")
  void create_severalNodesAtOnce_allFindTheTables(DataSource source) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(NODES);
    try {
      List<Future<JdbcStore>> nodes = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        nodes.add(pool.submit(() -> JdbcStore.create(source, settings)));
      }
      for (int i = 0; i < NODES; i++) {
        assertThat(nodes.get(i).get().commit(version("ob-" + i, 1).build()).stored()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(JdbcStore.open(source, settings).load(id("ob-0"))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("all")
  void open_tablesMissing_saysWhatToDo(DataSource source) {
    assertThatThrownBy(() -> JdbcStore.open(source, settings))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the tables are missing, run the scripts or create()");
  }

  @ParameterizedTest
  @MethodSource("all")
  void open_tablesOfANewerVersion_isRefusedAndNothingIsTouched(DataSource source) throws Exception {
    JdbcStore.create(source, settings).commit(version("ob-1", 1).build());
    execute(source, "INSERT INTO " + prefix + "onboarding_schema (format) VALUES (2)");

    for (int i = 0; i < 2; i++) {
      boolean create = i == 1;
      StoreException refused =
          catchThrowableOfType(
              StoreException.class,
              () -> {
                JdbcStore store =
                    create ? JdbcStore.create(source, settings) : JdbcStore.open(source, settings);
                store.close();
              });
      assertThat(refused)
          .hasMessageContaining("format 2 and this version of the SDK knows 1, update the SDK");
      assertThat(refused.isRetryable()).isFalse();
    }

    execute(source, "DELETE FROM " + prefix + "onboarding_schema WHERE format = 2");
    assertThat(JdbcStore.open(source, settings).load(id("ob-1"))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void commit_rowLockedForLong_isGivenUpInTime(DataSource source) throws Exception {
    JdbcStore.create(source, settings).commit(version("ob-1", 1).build());
    JdbcStore store = JdbcStore.open(source, settings.withTimeout(Duration.ofSeconds(1)));

    try (Connection other = source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeUpdate("UPDATE " + prefix + "onboarding SET stage = 'X'");
      long start = System.nanoTime();

      assertThatThrownBy(() -> store.commit(version("ob-1", 2).build()))
          .isInstanceOfSatisfying(
              StoreException.class, failure -> assertThat(failure.isRetryable()).isTrue())
          .hasMessageContaining("the database took too long");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      other.rollback();
      other.setAutoCommit(true);
    }
    assertThat(store.commit(version("ob-1", 2).build()).stored()).isTrue();
  }

  @Test
  void commit_databaseReadOnly_isSaidAndReadingWorks() {
    JdbcStore.create(DatabaseServers.postgres(), settings)
        .commit(version("ob-1", 1).addFacts(fact("A")).build());
    DataSource readOnly = DatabaseServers.postgres("options=-c%20default_transaction_read_only=on");

    JdbcStore store = JdbcStore.create(readOnly, settings);

    assertThatThrownBy(() -> store.commit(version("ob-1", 2).build()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the database is read-only");
    assertThat(store.facts(id("ob-1"))).containsExactly(fact("A"));
  }

  @Test
  void commit_serverCutsTheConnection_failsOnceAndGoesOn() throws Exception {
    DataSource own = DatabaseServers.postgres("ApplicationName=cut");
    JdbcStore store = JdbcStore.create(own, settings);
    store.commit(version("ob-1", 1).build());
    execute(
        DatabaseServers.postgres(),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cut'");

    assertThatThrownBy(() -> store.commit(version("ob-1", 2).build()))
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.isRetryable()).isTrue());

    assertThat(store.commit(version("ob-1", 2).build()).stored()).isTrue();
  }

  private static void execute(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
