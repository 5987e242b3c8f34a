package com.guance.onboarding.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The server in a process of its own, which ends with this one. */
final class ServerProcess implements AutoCloseable {

  /** What a server does. */
  enum Kind {
    /** It answers from a recording, as cheaply as can be. */
    RECORDING("server"),
    /** It is the emulator, and a door beside it. */
    EMULATOR("emulator");

    private final String command;

    Kind(String command) {
      this.command = command;
    }

    /** The kind that a command starts. */
    static Optional<Kind> of(String command) {
      return Arrays.stream(values()).filter(kind -> kind.command.equals(command)).findFirst();
    }

    /** The address that this process was started with. */
    URI uri() {
      String address = System.getProperty(property());
      if (address == null) {
        throw new IllegalStateException("start this benchmark with run.sh: it needs a server");
      }
      return URI.create(address);
    }

    /** Names the server's address to the processes that measure. */
    String property() {
      return "onboarding.benchmarks." + command;
    }
  }

  private final Kind kind;
  private final Process process;
  private final URI address;

  private ServerProcess(Kind kind, Process process, URI address) {
    this.kind = kind;
    this.process = process;
    this.address = address;
  }

  static ServerProcess start(Kind kind) {
    try {
      Process process =
          new ProcessBuilder(
                  java("-XX:+UseSerialGC", "-Xms128m", "-Xmx128m", Main.class, kind.command))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String address =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (address == null) {
        throw new IllegalStateException("the server did not start");
      }
      return new ServerProcess(kind, process, URI.create(address));
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
    return Double.parseDouble(text(arguments));
  }

  /** Runs Java until it ends and reads what it prints. */
  static String text(Object... arguments) {
    try {
      Process process =
          new ProcessBuilder(java(arguments))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Java cannot be started", e);
    }
  }

  URI address() {
    return address;
  }

  /** What a process must be started with so that {@link Kind#uri} works there. */
  List<String> properties() {
    return List.of("-D" + kind.property() + "=" + address);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** What the other process does: answers until it is ended. */
  static void serve(Kind kind) throws IOException {
    if (kind == Kind.EMULATOR) {
      try (EmulatedWorld world = EmulatedWorld.start()) {
        serveAt(world.door());
      }
    } else {
      Recording recording = Recorder.record();
      recording.add("GET " + OpenApiCallBenchmark.TARGET, OpenApiCallBenchmark.answer());
      try (CannedServer server = CannedServer.start(new ManyCustomers(recording)::next)) {
        serveAt(server.uri());
      }
    }
  }

  private static void serveAt(URI address) throws IOException {
    CpuPinning.pin();
    System.out.println(address);
    // The one who started it holds the other end: when it goes, so do we.
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
  }
}
