package com.guance.onboarding.testkit.conformance;

import java.util.List;

/**
 * What all scenarios have found, in the order in which they ran.
 *
 * @param reached whether the endpoint answered at all
 * @param verdicts one for each scenario that ran
 */
public record ConformanceReport(boolean reached, List<Verdict> verdicts) {

  /**
   * Copies the list.
   *
   * @param reached whether the endpoint answered at all
   * @param verdicts one for each scenario that ran
   */
  public ConformanceReport {
    verdicts = List.copyOf(verdicts);
  }

  /** {@return whether the endpoint was reached and kept the contract everywhere} */
  public boolean passed() {
    return reached && failures().isEmpty();
  }

  /** {@return the scenarios in which the contract was violated} */
  public List<Verdict> failures() {
    return verdicts.stream().filter(verdict -> !verdict.passed()).toList();
  }
}
