package com.guance.onboarding.benchmarks;

/** On a file of H2. */
public class CommitOnH2Benchmark extends CommitBenchmark {

  /** Connects to it. */
  public CommitOnH2Benchmark() {
    super(Databases.H2);
  }
}
