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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A MariaDB from the system's packages, on a free port and in a folder of its own. */
public final class MariaDbServer implements DatabaseServer {

  private static final int TRIES = 300;

  private final Path home;
  private final int port;
  private Process process;

  private MariaDbServer(Path home, int port) throws IOException {
    this.home = home;
    this.port = port;
    this.process = run(home, port);
  }

  @Override
  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=root";
  }

  @Override
  public Path folder() {
    return home;
  }

  /** Starts the server and returns when it answers; it ends with the JVM. */
  public static MariaDbServer start() {
    try {
      Path home = Files.createTempDirectory("mariadb");
      Process install =
          quiet(
              "mariadb-install-db",
              "--no-defaults",
              user(),
              "--datadir=" + home,
              "--auth-root-authentication-method=normal",
              "--skip-test-db",
              "--skip-name-resolve");
      if (!install.waitFor(60, TimeUnit.SECONDS) || install.exitValue() != 0) {
        throw new IOException("mariadb-install-db failed");
      }
      MariaDbServer server = new MariaDbServer(home, freePort());
      Runtime.getRuntime().addShutdownHook(new Thread(server::end));
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

  private static String user() {
    return "--user=" + System.getProperty("user.name");
  }

  private static Process run(Path home, int port) throws IOException {
    return quiet(
        daemon(),
        "--no-defaults",
        user(),
        "--datadir=" + home,
        "--port=" + port,
        "--bind-address=127.0.0.1",
        "--socket=" + home.resolve("s"),
        "--pid-file=" + home.resolve("p"),
        "--log-error=" + home.resolve("error.log"),
        "--skip-name-resolve",
        "--innodb-buffer-pool-size=32M",
        "--innodb-doublewrite=0",
        "--innodb-flush-log-at-trx-commit=0");
  }

  @Override
  public void stop() {
    process.destroy();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void startAgain() {
    try {
      process = run(home, port);
      waitUntilItAnswers();
    } catch (IOException failure) {
      throw new UncheckedIOException("MariaDB does not start again", failure);
    }
  }

  private void waitUntilItAnswers() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        DriverManager.getConnection(url()).close();
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

  private void end() {
    process.destroyForcibly();
    ServerFolder.remove(home);
  }
}
