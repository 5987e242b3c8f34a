package com.guance.onboarding.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Real databases for tests, one of each kind in a JVM, started when first asked for and ended with
 * the JVM. A server that cannot be started fails the test.
 */
public final class DatabaseServers {

  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private DatabaseServers() {}

  /** A prefix for tables that no other test uses. */
  public static String freshPrefix() {
    return "t" + PREFIXES.incrementAndGet() + "_";
  }

  public static DataSource h2() {
    return H2.SOURCE;
  }

  public static DataSource postgres() {
    return Postgres.SOURCE;
  }

  /** The URL of the PostgreSQL server, with its user. */
  public static String postgresUrl() {
    return Postgres.URL;
  }

  /** The URL of the MariaDB server, with its user. */
  public static String mariaDbUrl() {
    return MariaDb.URL;
  }

  /** Connections of its own to the PostgreSQL server, with more options in the URL. */
  public static DataSource postgres(String options) {
    return new KeptConnections(Postgres.URL + "&" + options, "postgres");
  }

  public static DataSource mariaDb() {
    return MariaDb.SOURCE;
  }

  private static final class H2 {
    static final DataSource SOURCE =
        new KeptConnections("jdbc:h2:mem:suite;DB_CLOSE_DELAY=-1", "sa");
  }

  private static final class Postgres {
    static final String URL = PostgresServer.start().url();
    static final DataSource SOURCE = new KeptConnections(URL, "postgres");
  }

  private static final class MariaDb {
    static final String URL = MariaDbServer.start().url();
    static final DataSource SOURCE = new KeptConnections(URL, "root");
  }
}
