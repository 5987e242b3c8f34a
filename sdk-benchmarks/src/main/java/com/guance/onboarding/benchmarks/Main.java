package com.guance.onboarding.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures the library and prints what {@code docs/performance.md} shows. */
public final class Main {

  private static final String USAGE =
      "usage: [--quick] [--rounds N] [what]...; what there is, is said in run.sh";
  private static final List<String> RATIOS =
      List.of(
          "gateway",
          "onboarding",
          "onboarding-emulator",
          "callback",
          "signing",
          "openapi",
          "bills",
          "commit",
          "due");
  private static final List<String> STORED = List.of("commit", "due");
  private static final List<String> VALUES = List.of("heap", "jars", "demo");
  private static final List<String> LOADS =
      List.of("ready", "memory-load", "postgres-load", "throughput");
  private static final int MOST_JARS = 600 << 10;
  private static final double LONGEST_DEMO = 3;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Report report = new Report(out);
  private final List<String> wanted = new ArrayList<>();
  private boolean quick;
  private int rounds = 5;

  private Main() {}

  /**
   * Measures.
   *
   * @param arguments what to measure; everything if nothing is named
   * @throws IOException if a process cannot be talked to
   * @throws InterruptedException if it is interrupted
   * @throws SQLException if a database that is measured refuses
   * @throws ReflectiveOperationException if there is no such benchmark, or it fails
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException, ReflectiveOperationException {
    Optional<ServerProcess.Kind> server =
        arguments.length == 1 ? ServerProcess.Kind.of(arguments[0]) : Optional.empty();
    if (server.isPresent()) {
      ServerProcess.serve(server.get());
    } else if (arguments.length == 1 && arguments[0].equals("heap-alone")) {
      System.out.println(ParkedHeap.bytesEach());
    } else if (arguments.length > 0 && arguments[0].equals("node")) {
      Node node = Node.of(List.of(arguments).subList(1, arguments.length));
      System.out.println(node.perSecond());
      System.exit(0);
    } else if (arguments.length == 3 && arguments[0].equals("turns")) {
      Alternation.run(arguments[1], Integer.parseInt(arguments[2]));
      System.exit(0);
    } else if (arguments.length == 3 && arguments[0].equals("turn-taker")) {
      TurnTaker.run(arguments[1], Integer.parseInt(arguments[2]));
      System.exit(0);
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
          quick = true;
          rounds = 1;
        }
        case "--rounds" -> {
          if (arguments.isEmpty() || !arguments.peek().matches("[1-9][0-9]?")) {
            return false;
          }
          rounds = Integer.parseInt(arguments.pop());
        }
        default -> {
          if (Stream.of(RATIOS, VALUES, LOADS).noneMatch(names -> names.contains(argument))) {
            return false;
          }
          wanted.add(argument);
        }
      }
    }
    return true;
  }

  private void measure() throws InterruptedException {
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
    boolean loads = LOADS.stream().anyMatch(this::wants);
    if (loads || VALUES.stream().anyMatch(this::wants)) {
      report.valuesBegin();
      values();
    }
    if (loads) {
      loads();
    }
  }

  private boolean wants(String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  private void ratios(List<Comparison> comparisons) {
    List<Rounds.Outcome> outcomes = new ArrayList<>(comparisons.size());
    boolean stored = STORED.stream().anyMatch(this::wants);
    try (ServerProcess server = ServerProcess.start(ServerProcess.Kind.RECORDING);
        ServerProcess emulator = ServerProcess.start(ServerProcess.Kind.EMULATOR);
        Databases databases = stored ? Databases.start().pinned() : null) {
      List<String> properties = new ArrayList<>(server.properties());
      properties.addAll(emulator.properties());
      if (databases != null) {
        properties.addAll(databases.properties());
        if (wants("due")) {
          crowds(databases);
        }
      }
      Rounds runner =
          new Rounds(rounds, quick ? Fork.Length.QUICK : Fork.Length.FULL, properties, System.err);
      for (Comparison comparison : comparisons) {
        System.err.println(comparison.title());
        outcomes.add(runner.run(comparison));
      }
    }
    report.ratiosBegin();
    outcomes.forEach(report::ratio);
    out.println();
  }

  private void crowds(Databases databases) {
    try {
      for (Crowd crowd : Crowd.values()) {
        int size = crowd.size(quick);
        out.printf(Locale.ROOT, "%s are %d parked onboardings%n%n", crowd, size);
        crowd.load(databases.postgresUrl(), size);
        crowd.load(databases.h2Url(), size);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the crowd cannot be made", e);
    }
  }

  private void loads() throws InterruptedException {
    BackendLoad load = new BackendLoad(report, quick);
    if (wants("ready")) {
      load.ready(rounds);
    }
    if (wants("memory-load")) {
      load.memory();
    }
    if (wants("postgres-load")) {
      try (Databases databases = Databases.start()) {
        load.postgres(databases);
      }
    }
    if (wants("throughput")) {
      try (ServerProcess server = ServerProcess.start(ServerProcess.Kind.RECORDING);
          Databases databases = Databases.start()) {
        new Throughput(server.address(), databases.postgresUrl(), quick).report(report);
      }
    }
  }

  private void values() {
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
