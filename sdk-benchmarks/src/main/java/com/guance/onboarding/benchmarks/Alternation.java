package com.guance.onboarding.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Has both sides of a comparison take turns of some milliseconds in one process, by hand, ours, by
 * hand again: what disturbs a database for seconds, its log and its disk above all, meets both of
 * them then. Processes one after the other differ from themselves by a third there.
 */
final class Alternation {

  private static final long TURN_NANOS = 10_000_000;
  private static final int SIDES = 3;

  private final Pair pair;

  private Alternation(Pair pair) {
    this.pair = pair;
  }

  /** The same work twice. */
  interface Pair extends AutoCloseable {

    /** Puts things as both sides need them before a call; not counted. */
    default void prepare() throws SQLException {}

    void ours() throws SQLException;

    void floor() throws SQLException;

    @Override
    void close() throws SQLException;
  }

  /** A process that measures one round. */
  static Rounds.Round round(String name, Fork.Length length, List<String> properties) {
    List<Object> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"));
    arguments.addAll(properties);
    arguments.addAll(List.of(Main.class, "turns", name, length.millis() * length.iterations()));
    String text = ServerProcess.text(arguments.toArray());
    if (text.isEmpty()) {
      throw new IllegalStateException(name + " failed");
    }
    double[] seen = Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Rounds.Round(
        new Fork(seen[0], seen[1]), new Fork(seen[2], seen[3]), new Fork(seen[4], seen[5]));
  }

  /** What that process does: prints time and bytes of a call by hand, ours, and by hand again. */
  static void run(String name, int millis) throws SQLException {
    CpuPinning.pin();
    try (Pair pair = pair(name)) {
      Alternation alternation = new Alternation(pair);
      alternation.measure(millis);
      System.out.println(alternation.measure(millis));
    }
  }

  private static Pair pair(String name) throws SQLException {
    return switch (name) {
      case "commit-PostgreSQL" -> new CommitPair(Databases.url(Databases.POSTGRES));
      case "commit-H2" -> new CommitPair(Databases.url(Databases.H2));
      case "due-PostgreSQL" -> new DuePair(Databases.url(Databases.POSTGRES));
      case "due-H2" -> new DuePair(Databases.url(Databases.H2));
      default -> throw new IllegalArgumentException("no such pair: " + name);
    };
  }

  private String measure(int millis) throws SQLException {
    List<List<Fork>> seen = new ArrayList<>();
    long end = System.nanoTime() + millis * 1_000_000L * SIDES;
    while (System.nanoTime() < end) {
      seen.add(List.of(turn(false), turn(true), turn(false)));
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < SIDES; i++) {
      int side = i;
      Fork median = Turn.median(seen.stream().map(one -> one.get(side)).toList());
      line.append(median.nanos()).append(' ').append(median.bytes()).append(' ');
    }
    return line.toString().strip();
  }

  private Fork turn(boolean ours) throws SQLException {
    return Turn.take(
        TURN_NANOS,
        new Turn.Work<SQLException>() {
          @Override
          public void prepare() throws SQLException {
            pair.prepare();
          }

          @Override
          public void call() throws SQLException {
            if (ours) {
              pair.ours();
            } else {
              pair.floor();
            }
          }
        });
  }
}
