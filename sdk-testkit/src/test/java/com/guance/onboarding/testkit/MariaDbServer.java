package com.guance.onboarding.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A MariaDB from the system's packages, on a free port and in a folder of its own. */
final class MariaDbServer {

  private static final int TRIES = 300;

  private final Process process;
  private final int port;

  private MariaDbServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/mysql";
  }

  /** Starts the server and returns when it answers; it ends with the JVM. */
  static MariaDbServer start() {
    try {
      Path home = Files.createTempDirectory("mariadb");
      String user = "--user=" + System.getProperty("user.name");
      String data = "--datadir=" + home;
      Process install =
          quiet(
              "mariadb-install-db",
              "--no-defaults",
              user,
              data,
              "--auth-root-authentication-method=normal",
              "--skip-test-db",
              "--skip-name-resolve");
      if (!install.waitFor(60, TimeUnit.SECONDS) || install.exitValue() != 0) {
        throw new IOException("mariadb-install-db failed");
      }
      int port = freePort();
      Process process =
          quiet(
              daemon(),
              "--no-defaults",
              user,
              data,
              "--port=" + port,
              "--bind-address=127.0.0.1",
              "--socket=" + home.resolve("s"),
              "--pid-file=" + home.resolve("p"),
              "--skip-name-resolve",
              "--innodb-buffer-pool-size=32M",
              "--innodb-doublewrite=0",
              "--innodb-flush-log-at-trx-commit=0");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, home)));
      MariaDbServer server = new MariaDbServer(process, port);
      server.waitUntilItAnswers();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "MariaDB does not start; it needs mariadb-server-core and mariadb-client", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void waitUntilItAnswers() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        DriverManager.getConnection(url(), "root", "").close();
        return;
      } catch (SQLException notYet) {
        if (tries == TRIES || !process.isAlive()) {
          throw new IOException("mariadbd does not answer", notYet);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  /** Debian keeps it where only root looks for programs. */
  private static String daemon() {
    Path debian = Path.of("/usr/sbin/mariadbd");
    return Files.isExecutable(debian) ? debian.toString() : "mariadbd";
  }

  private static Process quiet(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.DISCARD)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void end(Process process, Path home) {
    process.destroyForcibly();
    try (Stream<Path> walk = Files.walk(home)) {
      process.waitFor(10, TimeUnit.SECONDS);
      List<Path> paths = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | InterruptedException failure) {
      // the temporary folder is cleaned by others, then
    }
  }
}
