package com.guance.onboarding.benchmarks;

/** On PostgreSQL. */
public class DueOnPostgresBenchmark extends DueBenchmark {

  /** Connects to it. */
  public DueOnPostgresBenchmark() {
    super(Databases.POSTGRES);
  }
}
