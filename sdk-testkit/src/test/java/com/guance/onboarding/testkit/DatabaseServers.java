package com.guance.onboarding.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Real databases for tests, one of each kind in a JVM, started when first asked for and ended with
 * the JVM. A server that cannot be started fails the test.
 */
final class DatabaseServers {

  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private DatabaseServers() {}

  /** A prefix for tables that no other test uses. */
  static String freshPrefix() {
    return "t" + PREFIXES.incrementAndGet() + "_";
  }

  static DataSource h2() {
    return H2.SOURCE;
  }

  static DataSource postgres() {
    return Postgres.SOURCE;
  }

  /** Connections of its own to the PostgreSQL server, with more options in the URL. */
  static DataSource postgres(String options) {
    return new KeptConnections(Postgres.URL + "&" + options, "postgres");
  }

  static DataSource mariaDb() {
    return MariaDb.SOURCE;
  }

  private static final class H2 {
    static final DataSource SOURCE =
        new KeptConnections("jdbc:h2:mem:suite;DB_CLOSE_DELAY=-1", "sa");
  }

  private static final class Postgres {
    static final String URL = start();
    static final DataSource SOURCE = new KeptConnections(URL, "postgres");

    private static String start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        String url = server.getJdbcUrl("postgres", "postgres");
        return url + (url.contains("?") ? "" : "?loginTimeout=10");
      } catch (IOException failure) {
        throw new UncheckedIOException("PostgreSQL does not start", failure);
      }
    }
  }

  private static final class MariaDb {
    static final DataSource SOURCE = new KeptConnections(MariaDbServer.start().url(), "root");
  }
}
