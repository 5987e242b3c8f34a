package com.guance.onboarding.benchmarks;

/** On PostgreSQL. */
public class CommitOnPostgresBenchmark extends CommitBenchmark {

  /** Connects to it. */
  public CommitOnPostgresBenchmark() {
    super(Databases.POSTGRES);
  }
}
