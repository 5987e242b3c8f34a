package com.guance.onboarding;

import com.guance.onboarding.Reconciliation.Comparison;
import com.guance.onboarding.Reconciliation.Comparison.Result;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a look at one stage has shown.
 *
 * @param comparison how the two sides compare
 * @param mendings the drifts
 */
record Sighting(Comparison comparison, List<Mending> mendings) {

  static Sighting same(Stage stage) {
    return of(stage, Result.SAME, Optional.empty());
  }

  static Sighting nothingYet(Stage stage) {
    return of(stage, Result.NOTHING_YET, Optional.empty());
  }

  static Sighting notConfigured(Stage stage) {
    return notComparable(
        stage,
        "NOT_CONFIGURED",
        "this installation cannot look there",
        "Configure a gateway or an order source, or look it up in the console.");
  }

  static Sighting notKnown(Stage stage, String rule) {
    return notComparable(
        stage, "NOT_KNOWN", rule, "Mend the drifts of earlier stages, or go on first.");
  }

  private static Sighting notComparable(Stage stage, String code, String rule, String remedy) {
    return of(
        stage,
        Result.NOT_COMPARABLE,
        Optional.of(
            new Problem(
                code, new Problem.What(Optional.empty(), rule), Problem.Mender.OPERATOR, remedy)));
  }

  static Sighting failed(Stage stage, Problem problem) {
    return of(stage, Result.FAILED, Optional.of(problem));
  }

  /**
   * What two looks at one stage show together: all their drifts, and of two answers without one the
   * one that says more.
   */
  Sighting and(Sighting other) {
    if (mendings.isEmpty() && other.mendings.isEmpty()) {
      return weight() >= other.weight() ? this : other;
    }
    Map<String, Mending> all = new LinkedHashMap<>();
    mendings.forEach(one -> all.putIfAbsent(one.drift().id(), one));
    other.mendings.forEach(one -> all.putIfAbsent(one.drift().id(), one));
    Optional<Problem> failed = failure().or(other::failure);
    return new Sighting(
        new Comparison(comparison.stage(), Result.DRIFTED, failed), List.copyOf(all.values()));
  }

  private int weight() {
    return switch (comparison.result()) {
      case NOT_COMPARABLE -> 0;
      case NOTHING_YET -> 1;
      case SAME -> 2;
      case DRIFTED -> 3;
      case FAILED -> 4;
    };
  }

  /** What is left when all its drifts are mended: a side that failed has still not been seen. */
  Sighting mended() {
    Stage stage = comparison.stage();
    return failure().map(problem -> failed(stage, problem)).orElse(same(stage));
  }

  private Optional<Problem> failure() {
    return switch (comparison.result()) {
      case DRIFTED, FAILED -> comparison.problem();
      case SAME, NOTHING_YET, NOT_COMPARABLE -> Optional.empty();
    };
  }

  static Sighting of(Stage stage, List<Mending> mendings) {
    return mendings.isEmpty()
        ? same(stage)
        : new Sighting(new Comparison(stage, Result.DRIFTED, Optional.empty()), mendings);
  }

  static Sighting of(Stage stage, Mending mending) {
    return of(stage, List.of(mending));
  }

  private static Sighting of(Stage stage, Result result, Optional<Problem> problem) {
    return new Sighting(new Comparison(stage, result, problem), List.of());
  }
}
