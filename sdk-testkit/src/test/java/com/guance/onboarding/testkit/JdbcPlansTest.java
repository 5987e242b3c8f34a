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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

  @ParameterizedTest
  @EnumSource
  void reading_amongManyParked_goesByIndex(Planner kind) throws Exception {
    FaultySource watched = new FaultySource(kind.source());
    JdbcStore store =
        JdbcStore.create(watched.dataSource(), JdbcSettings.defaults().withTablePrefix(prefix));
    store.commit(oneAmongMany());
    crowd(kind);
    analyze(kind);
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
  void lookups_inTablesThatNobodyHasCountedYet_goByIndex(Planner kind) throws Exception {
    FaultySource watched = new FaultySource(kind.source());
    JdbcStore store =
        JdbcStore.create(watched.dataSource(), JdbcSettings.defaults().withTablePrefix(prefix));
    store.commit(oneAmongMany());
    crowd(kind);
    watched.arm((number, call, after) -> null);

    assertThat(store.findAny(NAMES)).containsExactly(id("ob-1"));
    assertThat(store.find(NAMES.get(0))).containsExactly(id("ob-1"));
    assertThat(store.find(NAMES.get(0), 2)).containsExactly(id("ob-1"));

    List<String> statements = statements(watched);
    assertThat(statements).hasSize(3);
    assertNoScan(kind, statements);
  }

  @ParameterizedTest
  @EnumSource
  void scan_ofATableOrOfAnIndex_isSeenForWhatItIs(Planner kind) throws Exception {
    JdbcStore.create(kind.source(), JdbcSettings.defaults().withTablePrefix(prefix));
    crowd(kind);
    analyze(kind);

    String table = prefix + "onboarding";
    assertThat(kind.plan("SELECT id FROM " + table + " WHERE stage = ?"))
        .containsPattern(kind.scan);
    assertThat(kind.plan("SELECT event FROM " + table + "_outbox ORDER BY seq"))
        .containsPattern(kind.scan);
    assertThat(kind.plan("DELETE FROM " + table + "_claim WHERE owner = ?"))
        .containsPattern(kind.scan);
  }

  private static void assertNoScan(Planner kind, List<String> statements) throws SQLException {
    for (String sql : statements) {
      assertThat(kind.plans(sql))
          .as("%s on %s", sql, kind)
          .allSatisfy(plan -> assertThat(plan).doesNotContainPattern(kind.scan));
    }
  }

  @ParameterizedTest
  @EnumSource
  void pruning_amongMany_goesByIndex(Planner kind) throws Exception {
    FaultySource watched = new FaultySource(kind.source());
    JdbcStore store =
        JdbcStore.create(watched.dataSource(), JdbcSettings.defaults().withTablePrefix(prefix));
    store.commit(version(snapshot("ob-1", 1).outcome("COMPLETED").build()).build());
    crowd(kind);
    analyze(kind);
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
  void outbox_amongMany_goesByIndex(Planner kind) throws Exception {
    FaultySource watched = new FaultySource(kind.source());
    JdbcStore store =
        JdbcStore.create(watched.dataSource(), JdbcSettings.defaults().withTablePrefix(prefix));
    crowd(kind);
    analyze(kind);
    watched.arm((number, call, after) -> null);

    assertThat(store.outbox(100)).hasSize(100);
    assertThat(store.outboxAfter("event-19999", 100)).hasSize(1);
    store.commit(Commit.builder().now(at(0)).addDelivered("event-1").build());

    List<String> statements = statements(watched);
    assertThat(statements).hasSize(3);
    assertThat(kind.plan(statements.get(0)))
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
  private void crowd(Planner kind) throws SQLException {
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
  }

  private void analyze(Planner kind) throws SQLException {
    for (String each : List.of("", "_key", "_fact", "_claim", "_nonce", "_outbox")) {
      execute(kind.source(), kind.analyze(prefix + "onboarding" + each));
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
