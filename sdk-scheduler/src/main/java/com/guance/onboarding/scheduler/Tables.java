package com.guance.onboarding.scheduler;

import com.guance.onboarding.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/** The one table, and which kind of database it lies in. */
final class Tables {

  static final String NAME = "onboarding_execution";

  private static final int ATTEMPTS = 3;

  private Tables() {}

  /** The folder of a database's script. */
  static String folder(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
      return switch (product) {
        case "postgresql" -> "postgresql";
        case "mysql", "mariadb" -> "mysql";
        case "h2" -> "h2";
        default ->
            throw new StoreException(
                "open", "this database is none of H2, PostgreSQL, MySQL and MariaDB", false, null);
      };
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** Makes what is missing; several nodes may do so at one time. */
  static void create(DataSource source, String prefix) {
    String script = script(folder(source)).replace(NAME, prefix + NAME);
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        run(connection, statement, script);
        return;
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS) { // else another node was faster
          throw failed(failure);
        }
      }
    }
  }

  private static void run(Connection connection, Statement statement, String script)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    try {
      for (String one : script.replaceAll("(?m)^--.*$", "").split(";", -1)) {
        if (!one.isBlank()) {
          statement.execute(one.strip());
        }
      }
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private static String script(String folder) {
    String name = folder + "/V1_1__onboarding_scheduler.sql";
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Without the driver's exception: its message may quote a row. */
  private static StoreException failed(SQLException failure) {
    return new StoreException(
        "scheduler tables", "the database refused, state " + failure.getSQLState(), true, null);
  }
}
