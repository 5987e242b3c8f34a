package com.guance.onboarding.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The sample backend under the callbacks of many purchases at a fixed rate. */
final class BackendLoad {

  private static final int THREADS = 64;
  private static final double P99 = 0.99;
  private static final double MEDIAN = 0.5;

  private final Report report;
  private final int warmUpSeconds;
  private final int seconds;

  /**
   * Prepares.
   *
   * @param report where rows go
   * @param quick whether a few seconds will do
   */
  BackendLoad(Report report, boolean quick) {
    this.report = report;
    this.warmUpSeconds = quick ? 5 : 10;
    this.seconds = quick ? 10 : 60;
  }

  /** How long a backend takes to answer its first request. */
  void ready(int rounds) {
    double[] seen = new double[rounds];
    try (CannedServer around = Neighbours.start()) {
      for (int i = 0; i < rounds; i++) {
        try (BackendProcess backend =
            BackendProcess.start(BackendProcess.freePort(), around.uri(), "--store", "memory")) {
          seen[i] = backend.readySeconds();
        }
      }
    }
    double median = Median.of(seen);
    report.value(
        "sample backend, from the start of Java to its first answer",
        String.format(Locale.ROOT, "%.2f s", median),
        "1.0 s",
        median <= 1);
  }

  /** Callbacks a second in memory. */
  void memory() throws InterruptedException {
    try (CannedServer around = Neighbours.start()) {
      latency(new Case("in memory", 500, 20), around.uri(), List.of("--store", "memory"));
    }
  }

  /** Callbacks a second over PostgreSQL, and what is left of them when the backend is killed. */
  void postgres(Databases databases) throws InterruptedException {
    List<String> store = List.of("--store", databases.postgresUrl());
    try (CannedServer around = Neighbours.start()) {
      latency(new Case("PostgreSQL", 300, 50), around.uri(), store);
      killed(around.uri(), store);
    }
  }

  /**
   * What is asked of the backend.
   *
   * @param store where it keeps onboardings
   * @param perSecond how many callbacks a second
   * @param millis what the 99th percentile may be
   */
  private record Case(String store, int perSecond, double millis) {}

  private void latency(Case what, URI around, List<String> store) throws InterruptedException {
    try (BackendProcess backend =
        BackendProcess.start(BackendProcess.freePort(), around, store.toArray(String[]::new))) {
      Purchases purchases = new Purchases(backend.port(), false);
      OpenLoop loop = new OpenLoop(what.perSecond(), THREADS);
      int warmUp = loop.run(0, warmUpSeconds, purchases::buyer).nanos().length;
      OpenLoop.Seen seen = loop.run(warmUp, seconds, purchases::buyer);
      double p99 = seen.percentile(P99);
      report.value(
          String.format(
              Locale.ROOT,
              "%d newInstance/s for %d s, %s: p99 (median %.1f ms, longest %.0f ms)",
              what.perSecond(),
              seconds,
              what.store(),
              seen.percentile(MEDIAN),
              seen.percentile(1)),
          String.format(Locale.ROOT, "%.1f ms, %d errors", p99, seen.errors()),
          String.format(Locale.ROOT, "%.0f ms, 0 errors", what.millis()),
          p99 <= what.millis() && seen.errors() == 0);
    }
  }

  private void killed(URI around, List<String> store) throws InterruptedException {
    int port = BackendProcess.freePort();
    String[] arguments = store.toArray(String[]::new);
    Purchases purchases = new Purchases(port, true);
    OpenLoop loop = new OpenLoop(300, THREADS);
    List<OpenLoop.Seen> seen = new ArrayList<>(1);
    BackendProcess backend = BackendProcess.start(port, around, arguments);
    try {
      Thread load = new Thread(() -> seen.add(send(loop, purchases)), "load");
      load.start();
      TimeUnit.SECONDS.sleep(seconds / 2);
      backend.kill();
      backend = BackendProcess.start(port, around, arguments);
      load.join();
      int lost = purchases.lost();
      int never = seen.get(0).errors();
      report.value(
          String.format(
              Locale.ROOT,
              "300 newInstance/s for %d s, PostgreSQL, kill -9 in the middle (%d acknowledged, %d"
                  + " repetitions, ready again after %.1f s): lost",
              seconds,
              purchases.acknowledged(),
              purchases.repetitions(),
              backend.readySeconds()),
          lost + ", never acknowledged " + never,
          "0",
          lost == 0 && never == 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the backend does not say what it knows", e);
    } finally {
      backend.close();
    }
  }

  private OpenLoop.Seen send(OpenLoop loop, Purchases purchases) {
    try {
      // Other orders than before, which the database still knows.
      return loop.run(1_000_000, seconds, purchases::buyer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
