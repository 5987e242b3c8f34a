package com.guance.onboarding.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the library and prints what {@code docs/performance.md} shows. */
public final class Main {

  private static final String USAGE =
      "usage: [--quick] [--rounds N] [gateway|onboarding|callback|signing|heap|jars|demo]...";
  private static final List<String> RATIOS =
      List.of("gateway", "onboarding", "callback", "signing");
  private static final List<String> VALUES = List.of("heap", "jars", "demo");
  private static final int MOST_JARS = 600 << 10;
  private static final double LONGEST_DEMO = 3;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Report report = new Report(out);
  private final List<String> wanted = new ArrayList<>();
  private Fork.Length length = Fork.Length.FULL;
  private int rounds = 5;

  private Main() {}

  /**
   * Measures.
   *
   * @param arguments what to measure; everything if nothing is named
   * @throws IOException if a process cannot be talked to
   * @throws InterruptedException if it is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 1 && arguments[0].equals("server")) {
      ServerProcess.serve();
    } else if (arguments.length == 1 && arguments[0].equals("heap-alone")) {
      System.out.println(ParkedHeap.bytesEach());
    } else {
      Main main = new Main();
      if (main.understands(new ArrayDeque<>(List.of(arguments)))) {
        main.measure();
      } else {
        System.err.println(USAGE);
        System.exit(2);
      }
    }
  }

  private boolean understands(ArrayDeque<String> arguments) {
    while (!arguments.isEmpty()) {
      String argument = arguments.pop();
      switch (argument) {
        case "--quick" -> {
          length = Fork.Length.QUICK;
          rounds = 1;
        }
        case "--rounds" -> {
          if (arguments.isEmpty() || !arguments.peek().matches("[1-9][0-9]?")) {
            return false;
          }
          rounds = Integer.parseInt(arguments.pop());
        }
        default -> {
          if (!RATIOS.contains(argument) && !VALUES.contains(argument)) {
            return false;
          }
          wanted.add(argument);
        }
      }
    }
    return true;
  }

  private void measure() {
    out.printf(
        Locale.ROOT,
        "Java %s, %d processors, pinned: %s, %d round(s)%n%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        CpuPinning.possible() ? "yes" : "no, so times mean nothing",
        rounds);
    List<Comparison> comparisons =
        RATIOS.stream()
            .filter(this::wants)
            .flatMap(name -> Comparisons.called(name).stream())
            .toList();
    if (!comparisons.isEmpty()) {
      ratios(comparisons);
    }
    if (VALUES.stream().anyMatch(this::wants)) {
      values();
    }
  }

  private boolean wants(String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  private void ratios(List<Comparison> comparisons) {
    List<Rounds.Outcome> outcomes = new ArrayList<>(comparisons.size());
    try (ServerProcess server = ServerProcess.start()) {
      Rounds runner = new Rounds(rounds, length, server.address().toString(), System.err);
      for (Comparison comparison : comparisons) {
        System.err.println(comparison.title());
        outcomes.add(runner.run(comparison));
      }
    }
    report.ratiosBegin();
    outcomes.forEach(report::ratio);
    out.println();
  }

  private void values() {
    report.valuesBegin();
    if (wants("heap")) {
      double bytes = ServerProcess.number("-Xmx512m", "-XX:+UseSerialGC", Main.class, "heap-alone");
      report.value(
          "heap of a parked onboarding",
          String.format(Locale.ROOT, "%.0f B", bytes),
          ParkedHeap.LIMIT + " B",
          bytes <= ParkedHeap.LIMIT);
    }
    if (wants("jars")) {
      long sum = 0;
      for (Sizes.Jar jar : Sizes.shipped()) {
        out.printf("| %s | %s | | |%n", jar.name(), Report.kibibytes(jar.bytes()));
        sum += jar.bytes();
      }
      report.value(
          "all three", Report.kibibytes(sum), Report.kibibytes(MOST_JARS), sum <= MOST_JARS);
    }
    if (wants("demo")) {
      double seconds = DemoTime.seconds(rounds);
      report.value(
          "demo, from the start of Java",
          String.format(Locale.ROOT, "%.2f s", seconds),
          "3 s",
          seconds <= LONGEST_DEMO);
    }
  }
}
