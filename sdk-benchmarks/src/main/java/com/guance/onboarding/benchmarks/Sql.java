package com.guance.onboarding.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One connection that is kept: for statements by hand, and as a data source for one thread. */
final class Sql implements AutoCloseable {

  private final Connection connection;
  private final DataSource source;

  private Sql(Connection connection) {
    this.connection = connection;
    Connection lent = proxy(Connection.class, connection, "close", Optional.empty());
    this.source = proxy(DataSource.class, connection, "getConnection", Optional.of(lent));
  }

  static Sql open(String url) throws SQLException {
    return new Sql(DriverManager.getConnection(url));
  }

  /** Hands out the same connection again and again; closing what it hands out does nothing. */
  DataSource source() {
    return source;
  }

  int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** The first column of all rows. */
  List<String> texts(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** The first column of the first row. */
  String text(String sql) throws SQLException {
    return texts(sql).get(0);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static <T> T proxy(
      Class<T> type, Object target, String own, Optional<Connection> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            Sql.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(own)) {
                return answer.orElse(null);
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
