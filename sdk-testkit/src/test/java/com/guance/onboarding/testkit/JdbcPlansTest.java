package com.guance.onboarding.testkit;

import static com.guance.onboarding.testkit.StoreRows.at;
import static com.guance.onboarding.testkit.StoreRows.fact;
import static com.guance.onboarding.testkit.StoreRows.id;
import static com.guance.onboarding.testkit.StoreRows.instance;
import static com.guance.onboarding.testkit.StoreRows.snapshot;
import static com.guance.onboarding.testkit.StoreRows.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the databases do with the very statements that the store sends, among many rows. */
final class JdbcPlansTest {

  private static final int CROWD = 20_000;
  private static final List<LookupKey> NAMES =
      List.of(
          new LookupKey.ByOrder(new OrderKey("CS1", "CS1-1")),
          new LookupKey.ByTenant(new TenantId("tenant-1")),
          new LookupKey.ByAccount(new HuaweiAccountId("0a1b2c3d4e5f60718293a4b5c6d7e8f9")),
          instance("i-1"));

  private final String prefix = DatabaseServers.freshPrefix();

  /**
   * A kind of database: where numbers come from, what a plan looks like that reads a whole table or
   * a whole index, and what one looks like that walks along an index until it has enough.
   */
  enum Kind {
    H2(
        "SYSTEM_RANGE(1, %d) AS n(x)",
        "tableScan|/\\* \\S*(PRIMARY_KEY|ONBOARDING)\\S* \\*/", "index sorted"),
    POSTGRES(
        "generate_series(1, %d) AS n(x)",
        "Seq Scan|Index (Only )?Scan (?![^\\n]*\\n[^\\n]*Index Cond)",
        "Limit[^\\n]*\\n[^\\n]*-> +Index Scan"),
    MARIADB(
        "(SELECT seq AS x FROM seq_1_to_%d) AS n",
        "\\|(ALL|index)\\|", "\\|index\\|(?!.*filesort)");

    private final String numbers;
    private final Pattern scan;
    private final Pattern walk;

    Kind(String numbers, String scan, String walk) {
      this.numbers = numbers;
      this.scan = Pattern.compile(scan);
      this.walk = Pattern.compile(walk);
    }

    DataSource source() {
      return switch (this) {
        case H2 -> DatabaseServers.h2();
        case POSTGRES -> DatabaseServers.postgres();
        case MARIADB -> DatabaseServers.mariaDb();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void reading_amongManyParked_goesByIndex(Kind kind) throws Exception {
    FaultySource watched = new FaultySource(kind.source());
    JdbcStore store =
        JdbcStore.create(watched.dataSource(), JdbcSettings.defaults().withTablePrefix(prefix));
    store.commit(oneAmongMany());
    crowd(kind);
    watched.arm((number, call, after) -> null);

    assertThat(store.due(at(9), 10)).containsExactly(id("ob-1"));
    for (LookupKey name : NAMES) {
      assertThat(store.find(name)).as("%s", name).containsExactly(id("ob-1"));
    }
    assertThat(store.load(id("ob-1"))).isPresent();
    assertThat(store.facts(id("ob-1"))).containsExactly(fact("A"));

    List<String> statements = statements(watched);
    assertThat(statements).hasSize(4);
    assertNoScan(kind, statements);
  }

  @ParameterizedTest
  @EnumSource
  void scan_ofATableOrOfAnIndex_isSeenForWhatItIs(Kind kind) throws Exception {
    JdbcStore.create(kind.source(), JdbcSettings.defaults().withTablePrefix(prefix));
    crowd(kind);

    String table = prefix + "onboarding";
    assertThat(plan(kind, "SELECT id FROM " + table + " WHERE stage = ?"))
        .containsPattern(kind.scan);
    assertThat(plan(kind, "SELECT event FROM " + table + "_outbox ORDER BY seq"))
        .containsPattern(kind.scan);
    assertThat(plan(kind, "DELETE FROM " + table + "_claim WHERE owner = ?"))
        .containsPattern(kind.scan);
  }

  private void assertNoScan(Kind kind, List<String> statements) throws SQLException {
    for (String sql : statements) {
      assertThat(plan(kind, sql)).as("%s on %s", sql, kind).doesNotContainPattern(kind.scan);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pruning_amongMany_goesByIndex(Kind kind) throws Exception {
    FaultySource watched = new FaultySource(kind.source());
    JdbcStore store =
        JdbcStore.create(watched.dataSource(), JdbcSettings.defaults().withTablePrefix(prefix));
    store.commit(version(snapshot("ob-1", 1).outcome("COMPLETED").build()).build());
    crowd(kind);
    watched.arm((number, call, after) -> null);

    assertThat(
            store.prune(
                new Retention(
                    at(0).plus(Duration.ofDays(400)), Duration.ofDays(30), Duration.ofDays(1))))
        .isEqualTo(1);

    List<String> statements = statements(watched);
    assertThat(statements)
        .as("nonces twice, claims, who has ended, and an onboarding with its names and facts")
        .hasSize(7);
    assertNoScan(kind, statements);
  }

  @ParameterizedTest
  @EnumSource
  void outbox_amongMany_goesByIndex(Kind kind) throws Exception {
    FaultySource watched = new FaultySource(kind.source());
    JdbcStore store =
        JdbcStore.create(watched.dataSource(), JdbcSettings.defaults().withTablePrefix(prefix));
    crowd(kind);
    watched.arm((number, call, after) -> null);

    assertThat(store.outbox(100)).hasSize(100);
    assertThat(store.outboxAfter("event-19999", 100)).hasSize(1);
    store.commit(Commit.builder().now(at(0)).addDelivered("event-1").build());

    List<String> statements = statements(watched);
    assertThat(statements).hasSize(3);
    assertThat(plan(kind, statements.get(0)))
        .as("walks along the index, no further than it has to")
        .containsPattern(kind.walk);
    assertNoScan(kind, statements.subList(1, 3));
  }

  private static Commit oneAmongMany() {
    return version(snapshot("ob-1", 1).dueAt(at(5)).build())
        .addFacts(fact("A"))
        .addAllKeys(NAMES)
        .build();
  }

  private static List<String> statements(FaultySource watched) {
    return watched.calls().stream()
        .filter(call -> call.matches("(?s)(SELECT|DELETE).*"))
        .distinct()
        .toList();
  }

  /** Parked for months, each with a name and a fact; claims, nonces and events of long ahead. */
  private void crowd(Kind kind) throws SQLException {
    String numbers = " FROM " + String.format(Locale.ROOT, kind.numbers, CROWD);
    String table = "INSERT INTO " + prefix + "onboarding";
    String parked = "CONCAT('parked-', x)";
    execute(
        kind.source(),
        table
            + " (id, version, stage, outcome, due_at, changed_at, body) SELECT "
            + parked
            + ", 1, 'S', 'WAITING', 4000000000000 + x, 0, '{}'"
            + numbers,
        table + "_key (lookup_key, belongs_to) SELECT CONCAT('instance:p', x), " + parked + numbers,
        table + "_fact (belongs_to, fact_key, body) SELECT " + parked + ", 'A', '{}'" + numbers,
        table
            + "_claim (claim_key, owner, ends_at) SELECT CONCAT('claim-', x), 'me', 4000000000000"
            + numbers,
        table
            + "_nonce (nonce_key, ends_at, remembered) SELECT CONCAT('n-', x), 4000000000000, ''"
            + numbers,
        table
            + "_outbox (event_id, belongs_to, event) SELECT CONCAT('event-', x), 'ob-1', '{}'"
            + numbers);
    for (String each : List.of("", "_key", "_fact", "_claim", "_nonce", "_outbox")) {
      String name = prefix + "onboarding" + each;
      execute(kind.source(), (kind == Kind.POSTGRES ? "ANALYZE " : "ANALYZE TABLE ") + name);
    }
  }

  /** The plan as text; a column's end is a bar. */
  private static String plan(Kind kind, String sql) throws SQLException {
    try (Connection connection = kind.source().getConnection();
        PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
      int values = (int) sql.chars().filter(c -> c == '?').count();
      for (int i = 1; i <= values; i++) {
        bind(statement, i, sql);
      }
      StringBuilder plan = new StringBuilder();
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          Stream.iterate(1, column -> column <= columns, column -> column + 1)
              .forEach(column -> plan.append('|').append(text(rows, column)).append('|'));
          plan.append('\n');
        }
      }
      return plan.toString();
    }
  }

  private static String text(ResultSet rows, int column) {
    try {
      return String.valueOf(rows.getString(column));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A small number for times and limits, a text for names. */
  private static void bind(PreparedStatement statement, int number, String sql)
      throws SQLException {
    String before = sql.split("\\?", -1)[number - 1];
    if (before.matches("(?s).*(_at <=|_at <|LIMIT|OFFSET) ")) {
      statement.setLong(number, 9);
    } else {
      statement.setString(number, "COMPLETED");
    }
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
