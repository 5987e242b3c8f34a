package com.guance.onboarding.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one Java process measured.
 *
 * @param nanos the time of a call: the median of the iterations
 * @param bytes what a call allocates
 */
record Fork(double nanos, double bytes) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /**
   * How long a process warms up and measures.
   *
   * @param warmUps how many turns warm up
   * @param iterations how many turns count
   * @param millis how long a turn is
   * @param share which share of the calls warm up that a comparison by turns asks for: time alone
   *     would give whoever is faster more of them, and Java compiles what has run often
   */
  record Length(int warmUps, int iterations, int millis, int share) {

    static final Length FULL = new Length(10, 10, 500, 1);
    static final Length QUICK = new Length(3, 5, 200, 40);
  }

  /** Runs one benchmark in a process of its own. */
  static Fork run(String benchmark, Length length, List<String> properties) {
    TimeValue time = new TimeValue(length.millis(), TimeUnit.MILLISECONDS);
    Options options =
        new OptionsBuilder()
            .include("\\." + Pattern.quote(benchmark) + "$")
            .forks(1)
            .threads(1)
            .warmupIterations(length.warmUps())
            .warmupTime(time)
            .measurementIterations(length.iterations())
            .measurementTime(time)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch")
            .jvmArgsAppend(properties.toArray(String[]::new))
            .build();
    try {
      return of(new Runner(options).runSingle());
    } catch (RunnerException e) {
      throw new IllegalStateException(benchmark + " failed", e);
    }
  }

  private static Fork of(RunResult result) {
    double[] scores =
        result.getBenchmarkResults().stream()
            .map(one -> one.getIterationResults())
            .flatMap(Collection::stream)
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .toArray();
    BenchmarkParams params = result.getParams();
    double nanos = Median.of(scores) * nanosPer(params.getTimeUnit());
    Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
    return new Fork(nanos, bytes == null ? Double.NaN : bytes.getScore());
  }

  private static double nanosPer(TimeUnit unit) {
    return unit.toNanos(1);
  }
}
