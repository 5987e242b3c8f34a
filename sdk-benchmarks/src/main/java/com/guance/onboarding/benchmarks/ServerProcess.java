package com.guance.onboarding.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server in a process of its own, which ends with this one. */
final class ServerProcess implements AutoCloseable {

  /** Names the server's address to the processes that measure. */
  static final String PROPERTY = "onboarding.benchmarks.server";

  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** The address that this process was started with. */
  static URI uri() {
    String address = System.getProperty(PROPERTY);
    if (address == null) {
      throw new IllegalStateException("start this benchmark with run.sh: it needs a server");
    }
    return URI.create(address);
  }

  static ServerProcess start() {
    try {
      Process process =
          new ProcessBuilder(java("-XX:+UseSerialGC", "-Xms128m", "-Xmx128m", Main.class, "server"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String address =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (address == null) {
        throw new IllegalStateException("the server did not start");
      }
      return new ServerProcess(process, URI.create(address));
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be started", e);
    }
  }

  /** A command that runs Java as this process does, on the same class path. */
  static List<String> java(Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    for (Object argument : arguments) {
      command.add(argument instanceof Class<?> type ? type.getName() : argument.toString());
    }
    return command;
  }

  /** Runs Java until it ends and reads the one number that it prints. */
  static double number(Object... arguments) {
    try {
      Process process =
          new ProcessBuilder(java(arguments))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Double.parseDouble(text.strip());
    } catch (IOException e) {
      throw new UncheckedIOException("Java cannot be started", e);
    }
  }

  URI address() {
    return address;
  }

  /** What a process must be started with so that {@link #uri} works there. */
  List<String> properties() {
    return List.of("-D" + PROPERTY + "=" + address);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** What the other process does: answers from a recording until it is ended. */
  static void serve() throws InterruptedException, IOException {
    Recording recording = Recorder.record();
    recording.add("GET " + OpenApiCallBenchmark.TARGET, OpenApiCallBenchmark.answer());
    try (CannedServer server = CannedServer.start(new ManyCustomers(recording)::next)) {
      CpuPinning.pin();
      System.out.println(server.uri());
      // The one who started it holds the other end: when it goes, so do we.
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }
}
