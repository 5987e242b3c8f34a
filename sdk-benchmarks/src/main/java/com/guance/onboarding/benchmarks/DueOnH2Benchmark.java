package com.guance.onboarding.benchmarks;

/** On a file of H2. */
public class DueOnH2Benchmark extends DueBenchmark {

  /** Connects to it. */
  public DueOnH2Benchmark() {
    super(Databases.H2);
  }
}
