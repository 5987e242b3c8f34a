package com.guance.onboarding.store;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads rows from the tables. */
final class StoredRows {

  private StoredRows() {}

  static Optional<SnapshotRow> snapshot(Session session, Sql sql, OnboardingId id)
      throws SQLException {
    return session.one(sql.load, rows -> snapshot(id, rows), session.key(id.value()));
  }

  private static SnapshotRow snapshot(OnboardingId id, ResultSet rows) throws SQLException {
    SnapshotRow.Builder row =
        SnapshotRow.builder()
            .id(id)
            .version(rows.getLong(1))
            .stage(rows.getString(2))
            .outcome(rows.getString(3))
            .changedAt(Instant.ofEpochMilli(rows.getLong(5)))
            .body(rows.getString(6));
    long dueAt = rows.getLong(4);
    if (!rows.wasNull()) {
      row.dueAt(Instant.ofEpochMilli(dueAt));
    }
    return row.build();
  }

  static List<FactRow> facts(Session session, Sql sql, OnboardingId id) throws SQLException {
    return session.list(
        sql.facts,
        rows -> new FactRow(session.key(rows, 1), rows.getString(2)),
        session.key(id.value()));
  }

  static Optional<ClaimRow> claim(Session session, Sql sql, String key) throws SQLException {
    return session.one(
        sql.claim,
        rows ->
            new ClaimRow(
                session.key(rows, 1), session.key(rows, 2), Instant.ofEpochMilli(rows.getLong(3))),
        session.key(key));
  }

  static Optional<NonceRow> nonce(Session session, Sql sql, String key) throws SQLException {
    return session.one(
        sql.nonce,
        rows ->
            new NonceRow(
                session.key(rows, 1), Instant.ofEpochMilli(rows.getLong(2)), rows.getString(3)),
        session.key(key));
  }

  static List<OutboxRow> events(Session session, String sql, Object... values) throws SQLException {
    return session.list(
        sql,
        rows ->
            new OutboxRow(
                session.key(rows, 1), new OnboardingId(session.key(rows, 2)), rows.getString(3)),
        values);
  }

  /** Reads a column of ids. */
  static List<OnboardingId> ids(Session session, String sql, Object... values) throws SQLException {
    return session.list(sql, rows -> new OnboardingId(session.key(rows, 1)), values);
  }
}
