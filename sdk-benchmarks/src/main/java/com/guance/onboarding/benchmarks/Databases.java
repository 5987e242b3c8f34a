package com.guance.onboarding.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The databases that are measured: a PostgreSQL that says yes only to what is on the disk, and a
 * file of H2. Both are gone when this is closed.
 */
final class Databases implements AutoCloseable {

  /** Name the addresses to the processes that measure. */
  static final String POSTGRES = "onboarding.benchmarks.postgres";

  static final String H2 = "onboarding.benchmarks.h2";

  private static final List<String> DURABLE = List.of("fsync", "synchronous_commit");

  private final EmbeddedPostgres postgres;
  private final Path folder;

  private Databases(EmbeddedPostgres postgres, Path folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  static Databases start() {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder().setServerConfig("full_page_writes", "on");
      for (String setting : DURABLE) {
        builder.setServerConfig(setting, "on"); // the default of this server for tests is off
      }
      Databases databases =
          new Databases(builder.start(), Files.createTempDirectory("onboarding-h2"));
      databases.check();
      return databases;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be started", e);
    }
  }

  private void check() {
    try (Sql sql = Sql.open(postgresUrl())) {
      for (String setting : DURABLE) {
        if (!sql.text("SHOW " + setting).equals("on")) {
          throw new IllegalStateException(setting + " is off, and nothing would be proven");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }

  /** Pins PostgreSQL as the clients are; for ratios. */
  Databases pinned() {
    try (Sql sql = Sql.open(postgresUrl())) {
      Path pid = Path.of(sql.text("SHOW data_directory"), "postmaster.pid");
      CpuPinning.pinProcess(Files.readAllLines(pid).get(0).strip());
      return this;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }

  String postgresUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  String h2Url() {
    return "jdbc:h2:file:" + folder.resolve("onboarding") + ";USER=sa";
  }

  /** What a process must be started with so that {@link #url} works there. */
  List<String> properties() {
    return List.of("-D" + POSTGRES + "=" + postgresUrl(), "-D" + H2 + "=" + h2Url());
  }

  /** The address that this process was started with. */
  static String url(String property) {
    String url = System.getProperty(property);
    if (url == null) {
      throw new IllegalStateException("start this benchmark with run.sh: it needs a database");
    }
    return url;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      postgres.close();
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the databases cannot be removed", e);
    }
  }
}
