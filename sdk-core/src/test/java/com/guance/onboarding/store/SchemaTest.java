package com.guance.onboarding.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.SnapshotRow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two versions of the SDK on one database; the newer one's script lies among the tests. */
class SchemaTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final OnboardingId ID = new OnboardingId("ob-1");
  private static final ClaimRow CLAIM = new ClaimRow("onboarding:ob-1", "somebody", START);
  private static final int NODES = 4;

  private final JdbcConnectionPool source =
      JdbcConnectionPool.create("jdbc:h2:mem:schema" + DATABASES.incrementAndGet(), "sa", "");
  private final JdbcSettings settings = JdbcSettings.defaults().withTablePrefix("shop_");
  private final Dialect dialect = new Schema(source, settings).dialect();
  private final Database database = new Database(source, dialect, settings);
  private final Sql sql = new Sql(dialect, settings.tablePrefix());
  private final Schema newer = new Schema(source, settings, 2, new ReentrantLock());

  @AfterEach
  void close() {
    source.dispose();
  }

  /** Tables and rows as the version of today makes them. */
  private JdbcStore tablesOfToday() {
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

  private String read(String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String command) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Test
  void open_byANewerVersion_refusesTheOlderTablesAndChangesNothing() {
    JdbcStore today = tablesOfToday();

    assertThatThrownBy(() -> newer.check(database, sql))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("format 1 and this version of the SDK knows 2")
        .hasMessageContaining("run the newer scripts or create()");

    assertThat(today.load(ID)).isPresent();
    assertThat(JdbcStore.open(source, settings).load(ID)).isPresent();
  }

  @Test
  void create_byANewerVersion_migratesTablesAndRowsAndTheOlderRefusesThem() throws Exception {
    tablesOfToday();

    newer.create(database, sql);
    newer.create(database, sql);

    newer.check(database, sql);
    assertThat(read("SELECT node FROM shop_onboarding_claim")).isEqualTo("unknown");
    assertThat(read("SELECT COUNT(*) FROM shop_onboarding_note")).isEqualTo("0");
    assertThatThrownBy(() -> JdbcStore.create(source, settings))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("format 2 and this version of the SDK knows 1, update the SDK");
  }

  @Test
  void create_byANewerVersion_olderNodeThatRuns_worksOn() {
    JdbcStore today = tablesOfToday();

    newer.create(database, sql);

    assertThat(today.load(ID)).isPresent();
    assertThat(today.claim(CLAIM.key())).contains(CLAIM);
    ClaimRow another = new ClaimRow("onboarding:ob-2", "somebody", START);
    assertThat(today.commit(Commit.builder().now(START).addAcquire(another).build()).stored())
        .isTrue();
  }

  @Test
  void create_severalNewerNodesAtOnce_migrateOnce() throws Exception {
    tablesOfToday();
    ExecutorService pool = Executors.newFixedThreadPool(NODES);
    try {
      Callable<Integer> create =
          () -> {
            newer.create(database, sql);
            newer.check(database, sql);
            return 2;
          };
      List<Future<Integer>> nodes = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        nodes.add(pool.submit(create));
      }
      for (Future<Integer> node : nodes) {
        assertThat(node.get()).isEqualTo(2);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(read("SELECT COUNT(*) FROM shop_onboarding_schema")).isEqualTo("2");
  }

  @Test
  void create_connectionBreaksAtAStatement_tellsWhatWasFirst() throws Exception {
    tablesOfToday();
    execute("DROP TABLE shop_onboarding_claim");
    Database broken = new Database(cannotRollBack(source), dialect, settings);

    assertThatThrownBy(() -> newer.create(broken, sql))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("SQLState 42S02");
  }

  /** A data source whose connections are of no use once something is to be undone. */
  private static DataSource cannotRollBack(DataSource sound) {
    return proxy(
        DataSource.class,
        sound,
        connection -> proxy(Connection.class, connection, statement -> statement));
  }

  private static <T> T proxy(Class<T> type, Object sound, UnaryOperator<Object> change) {
    return type.cast(
        Proxy.newProxyInstance(
            SchemaTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("rollback")) {
                throw new SQLException("no connection", "08003");
              }
              try {
                return change.apply(method.invoke(sound, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  @Test
  void create_afterOneThatDiedInTheMiddle_makesTheRest() throws Exception {
    tablesOfToday();
    execute("DELETE FROM shop_onboarding_schema");
    execute("DROP TABLE shop_onboarding_outbox");

    assertThatThrownBy(() -> JdbcStore.open(source, settings))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the tables are missing");
    JdbcStore store = JdbcStore.create(source, settings);

    assertThat(store.load(ID)).isPresent();
    assertThat(store.outbox(1)).isEmpty();
  }
}
