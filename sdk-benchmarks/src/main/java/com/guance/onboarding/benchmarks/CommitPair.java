package com.guance.onboarding.benchmarks;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** A recorded fact with its snapshot, and the same two statements by hand in one transaction. */
final class CommitPair implements Alternation.Pair {

  private static final OnboardingId ID = new OnboardingId("ob-benchmark-0001");
  private static final Instant NOW = Customer.START;
  private static final String FACT = "{\"kind\":\"TENANT\",\"memo\":\"" + "f".repeat(200) + "\"}";
  private static final String NOTES = "{\"format\":1,\"memo\":\"" + "n".repeat(600) + "\"}";

  private final String prefix = "c" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "_";
  private final String addFact =
      "INSERT INTO " + prefix + "onboarding_fact (belongs_to, fact_key, body) VALUES (?, ?, ?)";
  private final String nextSnapshot =
      "UPDATE "
          + prefix
          + "onboarding SET version = ?, stage = ?, outcome = ?, due_at = ?, changed_at = ?,"
          + " body = ? WHERE id = ? AND version = ?";
  private final Sql sql;
  private final DataSource source;
  private final JdbcStore store;
  private long version;

  CommitPair(String url) throws SQLException {
    this.sql = Sql.open(url);
    this.source = sql.source();
    this.store = JdbcStore.create(source, JdbcSettings.defaults().withTablePrefix(prefix));
    ours(); // the first version: both sides must change what is there
    floor();
    if (store.facts(ID).size() != 2) {
      throw new IllegalStateException("the store does not do what it should");
    }
  }

  @Override
  public void close() throws SQLException {
    sql.close();
  }

  /** One commit of the store. */
  @Override
  public void ours() {
    long next = version + 1;
    SnapshotRow snapshot =
        SnapshotRow.builder()
            .id(ID)
            .version(next)
            .stage("TENANT")
            .outcome("WAITING")
            .dueAt(NOW)
            .changedAt(NOW)
            .body(NOTES)
            .build();
    CommitResult result =
        store.commit(
            Commit.builder()
                .now(NOW)
                .id(ID)
                .expectedVersion(version)
                .snapshot(snapshot)
                .addFacts(new FactRow("TENANT|" + next, FACT))
                .build());
    if (!result.stored()) {
      throw new IllegalStateException("somebody was faster, and nobody else is there");
    }
    version = next;
  }

  @Override
  public void floor() throws SQLException {
    long next = version + 1;
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement update = connection.prepareStatement(nextSnapshot)) {
        update.setLong(1, next);
        update.setString(2, "TENANT");
        update.setString(3, "WAITING");
        update.setLong(4, NOW.toEpochMilli());
        update.setLong(5, NOW.toEpochMilli());
        update.setString(6, NOTES);
        update.setString(7, ID.value());
        update.setLong(8, version);
        if (update.executeUpdate() != 1) {
          throw new IllegalStateException("somebody was faster, and nobody else is there");
        }
      }
      try (PreparedStatement insert = connection.prepareStatement(addFact)) {
        insert.setString(1, ID.value());
        insert.setString(2, "TENANT|" + next);
        insert.setString(3, FACT);
        version = next;
        insert.executeUpdate();
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }
}
