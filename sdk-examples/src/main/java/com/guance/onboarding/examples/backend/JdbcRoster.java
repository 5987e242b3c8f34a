package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A table of the partner's own, beside the SDK's, that all nodes share. */
final class JdbcRoster implements Roster {

  private static final int ATTEMPTS = 3;
  private static final String DUPLICATE = "23";
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS partner_roster (id VARCHAR(64) NOT NULL PRIMARY KEY,"
          + " added_at BIGINT NOT NULL, welcomed SMALLINT NOT NULL, UNIQUE (added_at, id))";

  private final DataSource source;
  private final Clock clock;

  private JdbcRoster(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Makes the table if it is missing; several nodes may do so at one time. */
  static JdbcRoster create(DataSource source, Clock clock) {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
        return new JdbcRoster(source, clock);
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS) { // else another node was faster
          throw failed(failure);
        }
      }
    }
  }

  @Override
  public void add(OnboardingId id) {
    if (!ask("SELECT id FROM partner_roster WHERE id = ?", id.value()).isEmpty()) {
      return;
    }
    try {
      change(
          "INSERT INTO partner_roster (id, added_at, welcomed) VALUES (?, ?, 0)",
          id.value(),
          clock.millis());
    } catch (SQLException failure) {
      if (!String.valueOf(failure.getSQLState()).startsWith(DUPLICATE)) {
        throw failed(failure);
      }
    }
  }

  @Override
  public boolean welcomed(OnboardingId id) {
    return !ask("SELECT id FROM partner_roster WHERE id = ? AND welcomed = 1", id.value())
        .isEmpty();
  }

  @Override
  public void welcome(OnboardingId id) {
    try {
      change("UPDATE partner_roster SET welcomed = 1 WHERE id = ?", id.value());
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  @Override
  public List<OnboardingId> newest(int limit) {
    return ask("SELECT id FROM partner_roster ORDER BY added_at DESC, id DESC LIMIT ?", limit);
  }

  private List<OnboardingId> ask(String sql, Object value) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      List<OnboardingId> ids = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(new OnboardingId(rows.getString(1)));
        }
      }
      return ids;
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  private void change(String sql, Object... values) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Without the driver's exception: its message may quote a row. */
  private static StoreException failed(SQLException failure) {
    return new StoreException(
        "roster", "the database refused, state " + failure.getSQLState(), true, null);
  }
}
