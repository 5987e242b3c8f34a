package com.guance.onboarding.benchmarks;

import com.guance.onboarding.store.JdbcStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Completed onboardings a second over one PostgreSQL, against the same calls by hand. */
final class Throughput {

  private static final int CUSTOMERS = 100_000;

  private final URI server;
  private final String database;
  private final int seconds;

  Throughput(URI server, String database, boolean quick) {
    this.server = server;
    this.database = database;
    this.seconds = quick ? 5 : 20;
  }

  /** Measures and writes a row for each number of nodes. */
  void report(Report report) {
    try (Sql sql = Sql.open(database)) {
      JdbcStore.create(sql.source()).close();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
    int first = ManyCustomers.FIRST;
    for (int nodes : new int[] {1, 3}) {
      double floor = perSecond(nodes, "", ManyCustomers.FIRST);
      double ours = perSecond(nodes, database, first);
      first += nodes * CUSTOMERS;
      report.told(
          String.format(
              Locale.ROOT,
              "completed onboardings a second, %d process(es) with customers of their own, one"
                  + " PostgreSQL",
              nodes),
          String.format(
              Locale.ROOT,
              "%.1f/s; the calls alone %.0f/s, ratio %.3f",
              ours,
              floor,
              ours / floor));
    }
  }

  private double perSecond(int nodes, String store, int first) {
    List<Process> started = new ArrayList<>(nodes);
    double sum = 0;
    try {
      for (int i = 0; i < nodes; i++) {
        started.add(start(new Node(server, store, first + i * CUSTOMERS, seconds)));
      }
      for (Process process : started) {
        String line =
            new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
        if (line == null) {
          throw new IllegalStateException("a node has failed");
        }
        sum += Double.parseDouble(line);
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException("a node cannot be started", e);
    } finally {
      started.forEach(Process::destroyForcibly);
    }
  }

  private static Process start(Node node) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("-Xmx512m", Main.class, "node"));
    arguments.addAll(node.arguments());
    return new ProcessBuilder(ServerProcess.java(arguments.toArray()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
