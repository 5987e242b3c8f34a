package com.guance.onboarding.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The sample backend in a process of its own, as its command starts it. */
final class BackendProcess implements AutoCloseable {

  static final String KEY = "benchmark-production-key-0001";
  static final String PATH = "/koogallery";

  private static final File LOG = new File("sdk-benchmarks/target/backend.log");
  private static final int READY_SECONDS = 60;
  private static final int OK = 200;

  private final Process process;
  private final int port;
  private final double readySeconds;

  private BackendProcess(Process process, int port, double readySeconds) {
    this.process = process;
    this.port = port;
    this.readySeconds = readySeconds;
  }

  /**
   * Starts a backend and waits until it is ready; run in the project's folder.
   *
   * @param port where it listens
   * @param emulator what is around it
   * @param more further arguments of the command
   */
  static BackendProcess start(int port, URI emulator, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                "sdk-examples/target/onboarding.jar",
                "backend",
                "--port",
                String.valueOf(port),
                "--emulator",
                emulator.toString(),
                "--production-key",
                KEY,
                "--sync-key",
                "benchmark-sync-key-0001"));
    command.addAll(List.of(more));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("ONBOARDING_KEYS", Crowd.KEY);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(LOG));
      long start = System.nanoTime();
      Process process = builder.start();
      waitUntilReady(process, URI.create("http://127.0.0.1:" + port + "/health"), start);
      return new BackendProcess(process, port, (System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException("the backend cannot be started", e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  private static void waitUntilReady(Process process, URI health, long start) {
    while (!isReady(health)) {
      if (!process.isAlive()
          || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(READY_SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the backend did not become ready, see " + LOG);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static boolean isReady(URI health) {
    try {
      return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  /** Where it listens. */
  int port() {
    return port;
  }

  /** How long it took from the start of its Java to its first answer. */
  double readySeconds() {
    return readySeconds;
  }

  /** Ends it as {@code kill -9} does, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
