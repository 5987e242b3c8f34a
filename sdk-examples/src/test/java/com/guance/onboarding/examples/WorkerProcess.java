package com.guance.onboarding.examples;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A second JVM with this test's class path. */
final class WorkerProcess implements AutoCloseable {

  /** Far more than the slowest answer takes on a busy machine. */
  private static final Duration SILENCE = Duration.ofMinutes(3);

  private static final ExecutorService HEARERS =
      Executors.newCachedThreadPool(
          run -> {
            Thread thread = new Thread(run, "hearer");
            thread.setDaemon(true);
            return thread;
          });

  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;

  private WorkerProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in =
        new PrintWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
  }

  static WorkerProcess start(Class<?> main, String... arguments) {
    return start(List.of("-cp", System.getProperty("java.class.path")), main, arguments);
  }

  /** One of many that start, which is worth preparing. */
  static WorkerProcess start(WorkerClasses classes, Class<?> main, String... arguments) {
    return start(classes.options(), main, arguments);
  }

  private static WorkerProcess start(List<String> options, Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dorg.slf4j.simpleLogger.log.com.guance=error"));
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      return new WorkerProcess(
          new ProcessBuilder(command)
              .redirectError(
                  ProcessBuilder.Redirect.appendTo(
                      new File("target", main.getSimpleName() + ".log")))
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void say(String line) {
    in.println(line);
  }

  /**
   * The next line; empty when the process has ended.
   *
   * @throws AssertionError when it says nothing for minutes; then it has been killed
   */
  Optional<String> hear() {
    CompletableFuture<Optional<String>> line = CompletableFuture.supplyAsync(this::line, HEARERS);
    try {
      return line.get(SILENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException hung) {
      close();
      throw new AssertionError("a process has said nothing for " + SILENCE, hung);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Whether it has said something that nobody has heard yet. */
  boolean speaks() {
    try {
      return out.ready();
    } catch (IOException ended) {
      return false;
    }
  }

  private Optional<String> line() {
    try {
      return Optional.ofNullable(out.readLine());
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /** Says that nothing will be said any more; it ends by itself then. */
  void end() throws InterruptedException {
    in.close();
    process.waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** As {@code kill -9} does; what it has said can still be heard. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  /** The same, and what it has said is lost. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
