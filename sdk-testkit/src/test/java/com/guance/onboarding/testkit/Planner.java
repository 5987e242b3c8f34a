package com.guance.onboarding.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A kind of database that tells its plans: where numbers come from, what a plan looks like that
 * reads a whole table or a whole index, and what one looks like that walks along an index until it
 * has enough.
 */
enum Planner {
  H2(
      "SYSTEM_RANGE(1, %d) AS n(x)",
      "tableScan|/\\* \\S*(PRIMARY_KEY|ONBOARDING)\\S* \\*/", "index sorted"),
  POSTGRES(
      "generate_series(1, %d) AS n(x)",
      "Seq Scan|Index (Only )?Scan (?![^\\n]*\\n[^\\n]*Index Cond)",
      "Limit[^\\n]*\\n[^\\n]*-> +Index Scan"),
  MARIADB(
      "(SELECT seq AS x FROM seq_1_to_%d) AS n", "\\|(ALL|index)\\|", "\\|index\\|(?!.*filesort)");

  /** How MariaDB speaks of rows that the statement itself has gathered. */
  private static final Pattern GATHERED = Pattern.compile("\\|<(derived|union)[0-9,]+>\\|");

  final String numbers;
  final Pattern scan;
  final Pattern walk;

  Planner(String numbers, String scan, String walk) {
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

  /** Counts what a table has, for the plans that are made after this. */
  String analyze(String table) {
    return (this == POSTGRES ? "ANALYZE " : "ANALYZE TABLE ") + table;
  }

  /** The plan as text, for the values that the statement is sent with; a column's end is a bar. */
  String plan(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
      int values = (int) sql.chars().filter(c -> c == '?').count();
      for (int i = 1; i <= values; i++) {
        bind(statement, i, sql);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return text(rows);
      }
    }
  }

  /**
   * All plans that the statement may get: the one above, and on PostgreSQL also the one for any
   * values, which it keeps to for a statement that has been sent often.
   */
  List<String> plans(String sql) throws SQLException {
    List<String> plans = new ArrayList<>(List.of(plan(sql)));
    if (this == POSTGRES) {
      plans.add(generic(sql));
    }
    return plans;
  }

  /** Asked in the simple protocol: in the other the driver would have to send values. */
  private static String generic(String sql) throws SQLException {
    StringBuilder numbered = new StringBuilder("EXPLAIN (GENERIC_PLAN) ");
    int number = 0;
    for (String part : sql.split("(?=\\?)", -1)) {
      numbered.append(part.startsWith("?") ? "$" + ++number + part.substring(1) : part);
    }
    String url = DatabaseServers.postgresUrl() + "&preferQueryMode=simple";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(numbered.toString())) {
      return text(rows);
    }
  }

  private static String text(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    StringBuilder plan = new StringBuilder();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        plan.append('|').append(rows.getString(column)).append('|');
      }
      plan.append('\n');
    }
    return plan.toString()
        .lines()
        .filter(line -> !GATHERED.matcher(line).find())
        .collect(Collectors.joining("\n"));
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
}
