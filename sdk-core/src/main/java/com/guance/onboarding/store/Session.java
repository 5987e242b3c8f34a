package com.guance.onboarding.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection while the store uses it: runs statements, each within its time. */
final class Session {

  private final Connection connection;
  private final Dialect dialect;
  private final int seconds;

  Session(Connection connection, Dialect dialect, int seconds) {
    this.connection = connection;
    this.dialect = dialect;
    this.seconds = seconds;
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  Object key(String text) {
    return dialect.key(text);
  }

  String key(ResultSet rows, int column) throws SQLException {
    return dialect.key(rows, column);
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /**
   * Runs one statement for several rows, in one round trip where the driver can.
   *
   * @return the count of each, which a driver that joins statements does not know
   */
  int[] batch(String sql, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    } else if (rows.size() == 1) {
      return new int[] {update(sql, rows.get(0))};
    }
    try (PreparedStatement statement = prepare(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> list = new ArrayList<>();
        while (rows.next()) {
          list.add(reader.read(rows));
        }
        return list;
      }
    }
  }

  <T> Optional<T> one(String sql, RowReader<T> reader, Object... values) throws SQLException {
    return list(sql, reader, values).stream().findFirst();
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    if (dialect.timesOut()) {
      try {
        statement.setQueryTimeout(seconds);
      } catch (SQLException failure) {
        statement.close();
        throw failure;
      }
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        statement.setString(i + 1, text);
      } else if (value instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else if (value == null) {
        statement.setNull(i + 1, Types.BIGINT);
      } else {
        throw new IllegalArgumentException("no such column: " + value.getClass());
      }
    }
  }
}
