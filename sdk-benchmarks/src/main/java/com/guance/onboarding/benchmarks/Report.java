package com.guance.onboarding.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Tables for docs/performance.md. */
final class Report {

  private static final double KILO = 1024;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void ratiosBegin() {
    out.println("| what | ours | by hand | time | limit | allocated | limit | A/A | verdict |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  }

  void ratio(Rounds.Outcome outcome) {
    Comparison.Limits limits = outcome.comparison().limits();
    String sign = limits.atLeast() ? "≥ " : "≤ ";
    out.printf(
        Locale.ROOT,
        "| %s | %s, %.0f B | %s, %.0f B | %.3f | %s%.2f | %.3f | %s | %.3f | %s |%n",
        outcome.comparison().title(),
        time(outcome.ours(Fork::nanos)),
        outcome.ours(Fork::bytes),
        time(outcome.floor(Fork::nanos)),
        outcome.floor(Fork::bytes),
        outcome.time(),
        sign,
        limits.time(),
        outcome.bytes(),
        Double.isInfinite(limits.bytes())
            ? "none"
            : String.format(Locale.ROOT, "%s%.2f", sign, limits.bytes()),
        outcome.noise(),
        verdict(outcome));
  }

  void value(String what, String value, String limit, boolean holds) {
    out.printf(
        Locale.ROOT, "| %s | %s | %s | %s |%n", what, value, limit, holds ? "holds" : "missed");
  }

  /** A number that nobody has set a limit for. */
  void told(String what, String value) {
    out.printf(Locale.ROOT, "| %s | %s | none | |%n", what, value);
  }

  void valuesBegin() {
    out.println("| what | measured | limit | verdict |");
    out.println("| --- | --- | --- | --- |");
  }

  static String kibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f KiB", bytes / KILO);
  }

  private static String verdict(Rounds.Outcome outcome) {
    if (!outcome.quiet()) {
      return "void: A/A outside 0.97 to 1.03";
    }
    return outcome.holds() ? "holds" : "missed";
  }

  private static String time(double nanos) {
    return nanos < 10_000
        ? String.format(Locale.ROOT, "%.0f ns", nanos)
        : String.format(Locale.ROOT, "%.1f µs", nanos / 1000);
  }
}
