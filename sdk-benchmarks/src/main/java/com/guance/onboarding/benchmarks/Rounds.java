package com.guance.onboarding.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Compares in rounds of three processes, one after the other or by turns, or of three turns in one:
 * by hand, ours, by hand again. A round's ratio is ours to the mean of both others; what they
 * differ by themselves is the A/A ratio, and where that leaves its bounds the machine was too busy
 * for the run to mean anything.
 */
final class Rounds {

  private static final double MOST_NOISE = 0.03;

  private final int rounds;
  private final Fork.Length length;
  private final List<String> properties;
  private final PrintStream out;

  Rounds(int rounds, Fork.Length length, List<String> properties, PrintStream out) {
    this.rounds = rounds;
    this.length = length;
    this.properties = properties;
    this.out = out;
  }

  /** What came of a comparison. */
  record Outcome(Comparison comparison, List<Round> rounds) {

    double time() {
      return median(round -> round.ours.nanos() / mean(round.before.nanos(), round.after.nanos()));
    }

    double bytes() {
      return median(round -> round.ours.bytes() / mean(round.before.bytes(), round.after.bytes()));
    }

    double noise() {
      return median(round -> round.after.nanos() / round.before.nanos());
    }

    boolean quiet() {
      return Math.abs(noise() - 1) <= MOST_NOISE;
    }

    boolean holds() {
      return comparison.limits().time(time()) && comparison.limits().bytes(bytes());
    }

    double ours(ToDoubleFunction<Fork> value) {
      return median(round -> value.applyAsDouble(round.ours));
    }

    double floor(ToDoubleFunction<Fork> value) {
      return median(
          round -> mean(value.applyAsDouble(round.before), value.applyAsDouble(round.after)));
    }

    private double median(ToDoubleFunction<Round> value) {
      return Median.of(rounds.stream().mapToDouble(value).toArray());
    }

    private static double mean(double one, double other) {
      return (one + other) / 2;
    }
  }

  /** What the three sides of a round measured. */
  record Round(Fork before, Fork ours, Fork after) {}

  Outcome run(Comparison comparison) {
    List<Round> done = new ArrayList<>(rounds);
    for (int i = 0; i < rounds; i++) {
      Round round = round(comparison);
      done.add(round);
      Outcome one = new Outcome(comparison, List.of(round));
      out.printf(
          Locale.ROOT,
          "  round %d: %.0f / %.0f ns = %.3f, A/A %.3f, %.0f / %.0f bytes = %.3f%n",
          i + 1,
          round.ours().nanos(),
          one.floor(Fork::nanos),
          one.time(),
          one.noise(),
          round.ours().bytes(),
          one.floor(Fork::bytes),
          one.bytes());
    }
    return new Outcome(comparison, done);
  }

  private Round round(Comparison comparison) {
    if (comparison.inOneProcess()) {
      return Alternation.round(comparison.ours(), length, properties);
    }
    if (comparison.inTurns()) {
      return Turns.round(comparison, length, properties);
    }
    return new Round(
        Fork.run(comparison.floor(), length, properties),
        Fork.run(comparison.ours(), length, properties),
        Fork.run(comparison.floor(), length, properties));
  }
}
