package com.guance.onboarding.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** How long the demo takes from the start of its Java to its end; run in the project's folder. */
final class DemoTime {

  private DemoTime() {}

  /** The median of several runs, in seconds. */
  static double seconds(int runs) {
    double[] seconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      seconds[i] = run();
    }
    return Median.of(seconds);
  }

  private static double run() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            "sdk-examples/target/onboarding.jar",
            "demo",
            "--branch",
            "register",
            "--json");
    try {
      long start = System.nanoTime();
      Process demo =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (demo.waitFor() != 0) {
        throw new IllegalStateException("the demo did not complete");
      }
      return (System.nanoTime() - start) / 1e9;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo cannot be started", e);
    }
  }
}
