package com.guance.onboarding.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the databases do not agree on. */
abstract class Dialect {

  static Optional<Dialect> of(String product) {
    return switch (product.toLowerCase(Locale.ROOT)) {
      case "h2" -> Optional.of(new H2Dialect());
      case "postgresql" -> Optional.of(new PostgresDialect());
      case "mysql", "mariadb" -> Optional.of(new MySqlDialect());
      default -> Optional.empty();
    };
  }

  /** The folder of the scripts that make the tables. */
  abstract String folder();

  /**
   * A statement that inserts a row unless there is one of its key, and tells by its count.
   *
   * @param key the columns that are unique together
   */
  abstract String insertIfAbsent(String table, List<String> key, List<String> columns);

  /**
   * The same for a row that is going to be changed if it is there; the count is 1 only for a new
   * one.
   */
  String insertOrMeet(String table, List<String> key, List<String> columns) {
    return insertIfAbsent(table, key, columns);
  }

  /**
   * A statement that inserts a fact; where an error would undo the transaction or be logged, it
   * rather inserts nothing when the fact is there already.
   */
  String insertFact(String table, List<String> key, List<String> columns) {
    return insertIfAbsent(table, key, columns);
  }

  /** Whether the driver can be told to give up a statement or a connection at a small price. */
  boolean timesOut() {
    return true;
  }

  /** How a key is bound: two keys are the same only if all their characters are. */
  Object key(String text) {
    return text;
  }

  String key(ResultSet rows, int column) throws SQLException {
    return rows.getString(column);
  }

  static String insert(String table, List<String> columns) {
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")";
  }
}
