package com.guance.onboarding.store;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.Sealer;
import com.guance.onboarding.spi.SnapshotRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps onboardings in H2, PostgreSQL, MySQL or MariaDB, shared by any number of nodes.
 *
 * <p>The partner brings the data source, best with a pool, and its driver. The tables come from the
 * scripts beside this class, one folder for each database, named so that Flyway and Liquibase can
 * run them; or from {@link #create(DataSource)}. Every commit is one transaction of the store's
 * own; deadlocks and lost races are repeated here. Nothing is kept in memory, no thread is started.
 */
public final class JdbcStore implements OnboardingStore {

  private static final int PRUNED_AT_ONCE = 500;
  private static final int NONCES_PRUNED_AT_ONCE = 10_000;

  private final Database database;
  private final Sql sql;

  private JdbcStore(Database database, Sql sql) {
    this.database = database;
    this.sql = sql;
  }

  /**
   * Opens a store whose tables are there.
   *
   * @param source where connections come from; it stays the caller's and is never closed here
   * @return the store
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached, or if its
   *     tables are missing or of a format that this version does not know
   */
  public static JdbcStore open(DataSource source) {
    return open(source, JdbcSettings.defaults());
  }

  /**
   * Opens a store whose tables are there.
   *
   * @param source where connections come from; it stays the caller's and is never closed here
   * @param settings the tables' prefix and the time for a statement
   * @return the store
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached, or if its
   *     tables are missing or of a format that this version does not know
   */
  public static JdbcStore open(DataSource source, JdbcSettings settings) {
    JdbcTables tables = JdbcTables.open(source, settings);
    return new JdbcStore(tables.database(), tables.sql());
  }

  /**
   * Makes the tables that are missing, brings older ones up to date, and opens the store; for those
   * who run no scripts. Repeatable, also by several nodes at one time.
   *
   * @param source where connections come from, with the right to make tables
   * @return the store
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached, or if its
   *     tables are newer than this version
   */
  public static JdbcStore create(DataSource source) {
    return create(source, JdbcSettings.defaults());
  }

  /**
   * Makes the tables that are missing, brings older ones up to date, and opens the store; for those
   * who run no scripts. Repeatable, also by several nodes at one time.
   *
   * @param source where connections come from, with the right to make tables
   * @param settings the tables' prefix and the time for a statement
   * @return the store
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached, or if its
   *     tables are newer than this version
   */
  public static JdbcStore create(DataSource source, JdbcSettings settings) {
    JdbcTables tables = JdbcTables.create(source, settings);
    return new JdbcStore(tables.database(), tables.sql());
  }

  /**
   * A store for secrets in the same database.
   *
   * @param sealer seals and opens them
   * @return the store
   */
  public JdbcSecretStore secrets(Sealer sealer) {
    return new JdbcSecretStore(database, sql, sealer);
  }

  @Override
  public CommitResult commit(Commit wanted) {
    Commit commit = StorableText.of(wanted);
    CommitRules.check(commit);
    return database.write(
        "commit", (session, duplicates) -> new CommitWork(session, sql, commit).run(duplicates));
  }

  @Override
  public Optional<SnapshotRow> load(OnboardingId id) {
    return database.read("load", session -> StoredRows.snapshot(session, sql, id));
  }

  @Override
  public List<FactRow> facts(OnboardingId id) {
    return database.read("facts", session -> StoredRows.facts(session, sql, id));
  }

  @Override
  public List<OnboardingId> find(LookupKey key) {
    return findAny(List.of(key));
  }

  @Override
  public List<OnboardingId> findAny(List<LookupKey> keys) {
    return database.read(
        "find",
        session ->
            StoredRows.ids(
                session,
                sql.findAny(keys.size()),
                keys.stream().map(key -> session.key(StorableText.of(key.text()))).toArray()));
  }

  @Override
  public List<OnboardingId> find(LookupKey key, int limit) {
    String text = StorableText.of(key.text());
    return database.read(
        "find", session -> StoredRows.ids(session, sql.findSome, session.key(text), (long) limit));
  }

  @Override
  public List<OnboardingId> due(Instant until, int limit) {
    return database.read(
        "due", session -> StoredRows.ids(session, sql.due, EpochMillis.of(until), (long) limit));
  }

  @Override
  public List<OutboxRow> outbox(int limit) {
    return database.read("outbox", session -> StoredRows.events(session, sql.events, (long) limit));
  }

  @Override
  public List<OutboxRow> outboxAfter(String eventId, int limit) {
    String last = StorableText.of(eventId);
    return database.read(
        "outbox",
        session -> StoredRows.events(session, sql.eventsAfter, session.key(last), (long) limit));
  }

  @Override
  public Optional<ClaimRow> claim(String key) {
    return database.read("claim", session -> StoredRows.claim(session, sql, StorableText.of(key)));
  }

  @Override
  public Optional<NonceRow> nonce(String key) {
    return database.read("nonce", session -> StoredRows.nonce(session, sql, StorableText.of(key)));
  }

  @Override
  public int prune(Retention retention) {
    Long expired = EpochMillis.of(retention.expiredBefore());
    pruneNonces(expired);
    write(session -> session.update(sql.pruneClaims, expired));
    int removed = prune(CommitRules.PARKED, EpochMillis.of(retention.parkedBefore()));
    for (String outcome : CommitRules.ENDED) {
      removed += prune(outcome, EpochMillis.of(retention.endedBefore()));
    }
    return removed;
  }

  private int prune(String outcome, Long before) {
    int removed = 0;
    while (true) {
      List<OnboardingId> old =
          database.read(
              "prune",
              session ->
                  StoredRows.ids(session, sql.ended, outcome, before, (long) PRUNED_AT_ONCE));
      removed += write(session -> remove(session, old, before));
      if (old.size() < PRUNED_AT_ONCE) {
        return removed;
      }
    }
  }

  /** In portions, so that no statement runs for long. */
  private void pruneNonces(Long end) {
    Optional<Long> portion;
    do {
      portion =
          database.read(
              "prune",
              session ->
                  session.one(
                      sql.manyNonces, rows -> rows.getLong(1), end, (long) NONCES_PRUNED_AT_ONCE));
      Long until = portion.map(last -> last + 1).orElse(end);
      write(session -> session.update(sql.pruneNonces, until));
    } while (portion.isPresent());
  }

  /** Removes those that nobody has changed since they were found. */
  private int remove(Session session, List<OnboardingId> old, Long end) throws SQLException {
    int removed = 0;
    for (OnboardingId id : old) {
      Object key = session.key(id.value());
      if (session.update(sql.pruneOnboarding, key, end) == 1) {
        session.update(sql.removeKeys, key);
        session.update(sql.removeFacts, key);
        removed++;
      }
    }
    return removed;
  }

  private int write(Database.Reading<Integer> work) {
    return database.write(
        "prune", (session, duplicates) -> Database.Result.keep(work.run(session)));
  }

  @Override
  public boolean durable() {
    return true;
  }

  /** Does nothing: the data source stays the caller's, and nothing else is open. */
  @Override
  public void close() {
    // as said
  }
}
