package com.guance.onboarding.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the work of this process on one processor and Java's compiler and collector on the other:
 * what is measured then shares its processor with the server alone, in turns.
 */
final class CpuPinning {

  private static final String WORK = "0";
  private static final String HOUSEKEEPING = "1";
  private static final List<String> HOUSEKEEPERS =
      List.of("C1 CompilerThre", "C2 CompilerThre", "Sweeper thread", "GC ", "G1 ", "VM Thread");

  private CpuPinning() {}

  /** Whether this machine can do it: Linux, the command taskset, and two processors. */
  static boolean possible() {
    return Files.isDirectory(Path.of("/proc/self/task"))
        && Runtime.getRuntime().availableProcessors() > 1
        && Stream.of("/usr/bin/taskset", "/bin/taskset")
            .map(Path::of)
            .anyMatch(Files::isExecutable);
  }

  /** Pins every thread that there is; threads that they start later stay where they are started. */
  static void pin() {
    if (!possible()) {
      return;
    }
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      threads.forEach(CpuPinning::pin);
    } catch (IOException e) {
      throw new UncheckedIOException("threads cannot be listed", e);
    }
  }

  /**
   * Pins another process that has no thread of housekeeping, and all that it starts from now on.
   */
  static void pinProcess(String pid) {
    if (possible()) {
      pin(pid, WORK);
    }
  }

  private static void pin(Path thread) {
    try {
      String name = Files.readString(thread.resolve("comm"));
      String cpu = HOUSEKEEPERS.stream().anyMatch(name::startsWith) ? HOUSEKEEPING : WORK;
      pin(thread.getFileName().toString(), cpu);
    } catch (IOException e) {
      // The thread has ended between listing and pinning.
    }
  }

  private static void pin(String id, String cpu) {
    try {
      new ProcessBuilder("taskset", "-p", "-c", cpu, id)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("taskset cannot be run", e);
    }
  }
}
