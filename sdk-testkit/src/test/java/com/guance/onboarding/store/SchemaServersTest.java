package com.guance.onboarding.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.testkit.DatabaseServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two versions of the SDK on one database server; the newer one's script lies among the tests. */
class SchemaServersTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final OnboardingId ID = new OnboardingId("ob-1");
  private static final ClaimRow CLAIM = new ClaimRow("onboarding:ob-1", "somebody", START);
  private static final int NODES = 4;

  private final String prefix = DatabaseServers.freshPrefix();
  private final JdbcSettings settings = JdbcSettings.defaults().withTablePrefix(prefix);

  static Stream<DataSource> servers() {
    return Stream.of(DatabaseServers.postgres(), DatabaseServers.mariaDb());
  }

  /** What a node of the newer version does when it starts: no lock keeps it from the others. */
  private void startNewer(DataSource source) {
    Schema newer = new Schema(source, settings, 2, new ReentrantLock());
    Dialect dialect = newer.dialect();
    Database database = new Database(source, dialect, settings);
    Sql sql = new Sql(dialect, prefix);
    newer.create(database, sql);
    newer.check(database, sql);
  }

  /** Tables and rows as the version of today makes them. */
  private JdbcStore tablesOfToday(DataSource source) {
    JdbcStore store = JdbcStore.create(source, settings);
    SnapshotRow row =
        SnapshotRow.builder()
            .id(ID)
            .version(1)
            .stage("ORDERED")
            .outcome("WAITING")
            .changedAt(START)
            .body("{}")
            .build();
    Commit.Builder commit =
        Commit.builder().now(START).id(ID).expectedVersion(0).snapshot(row).addAcquire(CLAIM);
    assertThat(store.commit(commit.build()).stored()).isTrue();
    return store;
  }

  private static String read(DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(DataSource source, String command) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private String table(String name) {
    return prefix + "onboarding" + name;
  }

  @ParameterizedTest
  @MethodSource("servers")
  void create_byANewerVersion_keepsTheRowsAndOlderNodesThatRun(DataSource source) throws Exception {
    JdbcStore today = tablesOfToday(source);

    startNewer(source);
    startNewer(source);

    assertThat(read(source, "SELECT node FROM " + table("_claim"))).isEqualTo("unknown");
    assertThat(read(source, "SELECT COUNT(*) FROM " + table("_note"))).isEqualTo("0");
    assertThat(today.load(ID)).isPresent();
    assertThat(today.claim(CLAIM.key())).contains(CLAIM);
    ClaimRow another = new ClaimRow("onboarding:ob-2", "somebody", START);
    assertThat(today.commit(Commit.builder().now(START).addAcquire(another).build()).stored())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void create_byAnOlderVersion_refusesTheNewerTables(DataSource source) {
    startNewer(source);

    assertThatThrownBy(() -> JdbcStore.create(source, settings))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("format 2 and this version of the SDK knows 1, update the SDK");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void create_severalNewerNodesAtOnce_migrateOnce(DataSource source) throws Exception {
    tablesOfToday(source);
    ExecutorService pool = Executors.newFixedThreadPool(NODES);
    try {
      Callable<Boolean> node =
          () -> {
            startNewer(source);
            return true;
          };
      List<Future<Boolean>> nodes = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        nodes.add(pool.submit(node));
      }
      for (Future<Boolean> one : nodes) {
        assertThat(one.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(read(source, "SELECT COUNT(*) FROM " + table("_schema"))).isEqualTo("2");
    assertThat(read(source, "SELECT node FROM " + table("_claim"))).isEqualTo("unknown");
  }

  /** As where each statement is committed at once, and a node dies between two of them. */
  @ParameterizedTest
  @MethodSource("servers")
  void create_afterOneThatDiedInTheMiddle_makesTheRest(DataSource source) throws Exception {
    JdbcStore today = tablesOfToday(source);
    startNewer(source);
    execute(source, "DELETE FROM " + table("_schema") + " WHERE format = 2");
    execute(source, "DROP TABLE " + table("_note"));

    startNewer(source);

    assertThat(read(source, "SELECT COUNT(*) FROM " + table("_note"))).isEqualTo("0");
    assertThat(today.load(ID)).isPresent();
  }
}
