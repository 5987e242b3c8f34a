package com.guance.onboarding.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An embedded PostgreSQL, on a free port and in a folder of its own. */
public final class PostgresServer implements DatabaseServer {

  private final Path home;
  private EmbeddedPostgres server;

  private PostgresServer(Path home) throws IOException {
    this.home = home;
    this.server = run(home, 0);
  }

  /** Starts the server and returns when it answers; it ends with the JVM. */
  public static PostgresServer start() {
    try {
      PostgresServer server = new PostgresServer(Files.createTempDirectory("postgres"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::end));
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL does not start", failure);
    }
  }

  private static EmbeddedPostgres run(Path home, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(home.resolve("data"))
            .setCleanDataDirectory(false)
            .setServerConfig("logging_collector", "on"); // its log lies among its files
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  @Override
  public String url() {
    return server.getJdbcUrl("postgres", "postgres") + "&loginTimeout=10";
  }

  @Override
  public Path folder() {
    return home;
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void startAgain() {
    try {
      server = run(home, server.getPort());
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL does not start again", failure);
    }
  }

  private void end() {
    stop();
    ServerFolder.remove(home);
  }
}
