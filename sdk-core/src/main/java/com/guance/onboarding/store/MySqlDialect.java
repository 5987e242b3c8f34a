package com.guance.onboarding.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * MySQL and MariaDB. Their collations take some different texts for equal, blanks at the end for
 * none; so keys are bytes there.
 */
final class MySqlDialect extends Dialect {

  @Override
  String folder() {
    return "mysql";
  }

  @Override
  String insertIfAbsent(String table, List<String> key, List<String> columns) {
    return insert(table, columns).replaceFirst("INSERT", "INSERT IGNORE");
  }

  /**
   * Ignoring would leave each who meets the row with a shared lock, and all who then change it in a
   * deadlock. A change locks it for one, and a column that changes tells it from a new row whatever
   * the driver counts.
   */
  @Override
  String insertOrMeet(String table, List<String> key, List<String> columns) {
    return insert(table, columns) + " ON DUPLICATE KEY UPDATE met = met + 1";
  }

  @Override
  Object key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  String key(ResultSet rows, int column) throws SQLException {
    return new String(rows.getBytes(column), StandardCharsets.UTF_8);
  }
}
