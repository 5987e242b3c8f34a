package com.guance.onboarding.store;

import com.guance.onboarding.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** The tables: which format they have, and how they are made where nobody else makes them. */
final class Schema {

  /** The format that this version reads and writes; one script for each format. */
  static final int FORMAT = 1;

  private static final int ATTEMPTS = 5;

  /**
   * H2 loses a table that two connections alter at one time; it mostly lives in one process. A
   * virtual thread that waits for it, or for the database meanwhile, holds up no other.
   */
  private static final Lock ONE_AT_A_TIME = new ReentrantLock();

  private final DataSource source;
  private final JdbcSettings settings;
  private final int known;
  private final Lock oneAtATime;
  private final Pause pause = Pause.real();

  Schema(DataSource source, JdbcSettings settings) {
    this(source, settings, FORMAT, ONE_AT_A_TIME);
  }

  /**
   * As the version of the SDK has it whose newest script has this number.
   *
   * @param oneAtATime shared by those who must not run scripts at one time
   */
  Schema(DataSource source, JdbcSettings settings, int known, Lock oneAtATime) {
    this.source = source;
    this.settings = settings;
    this.known = known;
    this.oneAtATime = oneAtATime;
  }

  Dialect dialect() {
    try (Connection connection = source.getConnection()) {
      return dialect(connection);
    } catch (SQLException failure) {
      throw SqlFailures.failed("open", failure);
    }
  }

  private static Dialect dialect(Connection connection) throws SQLException {
    return Dialect.of(connection.getMetaData().getDatabaseProductName())
        .orElseThrow(
            () ->
                new StoreException(
                    "open",
                    "this database is none of H2, PostgreSQL, MySQL and MariaDB",
                    false,
                    null));
  }

  /** Refuses tables that are missing, older or newer than this version. */
  void check(Database database, Sql sql) {
    int format = database.read("open", session -> format(session, sql));
    if (format != known) {
      throw new StoreException("open", advice(format), false, null);
    }
  }

  private String advice(int format) {
    if (format == 0) {
      return "the tables are missing, run the scripts or create()";
    }
    return "the tables have format "
        + format
        + " and this version of the SDK knows "
        + known
        + (format < known ? ", run the newer scripts or create()" : ", update the SDK here");
  }

  private static int format(Session session, Sql sql) throws SQLException {
    try {
      return session.one(sql.format, rows -> rows.getInt(1)).orElse(0);
    } catch (SQLException failure) {
      if (SqlFailures.notUnderstood(failure)) {
        return 0;
      }
      throw failure;
    }
  }

  /** Runs the scripts that are missing; several nodes may do so at one time. */
  void create(Database database, Sql sql) {
    for (int attempt = 1; ; attempt++) {
      try {
        createOnce(database, sql);
        return;
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS) { // else another node was faster, or will be
          throw SqlFailures.failed("create", failure);
        }
      }
      pause.after(attempt, "create");
    }
  }

  private void createOnce(Database database, Sql sql) throws SQLException {
    oneAtATime.lock();
    try {
      int format = database.read("create", session -> format(session, sql));
      if (format < known) {
        run(database, format);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void run(Database database, int format) throws SQLException {
    try (Lease lease = database.unlimited();
        Statement statement = lease.connection().createStatement()) {
      for (int next = format + 1; next <= known; next++) {
        lease.begin();
        for (String one : script(dialect(lease.connection()), next)) {
          statement.execute(one);
        }
        lease.commit();
      }
    }
  }

  /** The statements of a script, for our prefix; scripts hold no semicolon but at their ends. */
  private List<String> script(Dialect dialect, int format) {
    String name = dialect.folder() + "/V" + format + "__onboarding.sql";
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";", -1))
          .map(
              one -> one.replaceAll("\\bonboarding", settings.tablePrefix() + "onboarding").strip())
          .filter(one -> !one.isEmpty())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
