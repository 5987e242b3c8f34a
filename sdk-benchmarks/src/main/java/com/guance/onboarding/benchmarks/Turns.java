package com.guance.onboarding.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Three processes that are there at the same time and take turns: by hand, ours, by hand again. The
 * machine is slower and faster for seconds; processes one after the other differ from themselves by
 * a third then, turns by a fiftieth. Each has code that was compiled for it alone.
 */
final class Turns implements AutoCloseable {

  private static final int TURN_MILLIS = 20;

  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;
  private final List<Fork> seen = new ArrayList<>();

  private Turns(String benchmark, int warmUps, List<String> properties) throws IOException {
    List<Object> arguments =
        new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"));
    arguments.addAll(properties);
    arguments.addAll(List.of(Main.class, "turn-taker", benchmark, warmUps));
    this.process =
        new ProcessBuilder(ServerProcess.java(arguments.toArray()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    line();
  }

  /** Measures one round. */
  static Rounds.Round round(Comparison comparison, Fork.Length length, List<String> properties) {
    int warmUps = comparison.warmUps() / length.share();
    try (Turns before = new Turns(comparison.floor(), warmUps, properties);
        Turns ours = new Turns(comparison.ours(), warmUps, properties);
        Turns after = new Turns(comparison.floor(), warmUps, properties)) {
      List<Turns> all = List.of(before, ours, after);
      for (int millis = 0; millis < length.millis() * length.iterations(); millis += TURN_MILLIS) {
        for (Turns one : all) {
          one.turn();
        }
      }
      return new Rounds.Round(
          Turn.median(before.seen), Turn.median(ours.seen), Turn.median(after.seen));
    } catch (IOException e) {
      throw new UncheckedIOException("a process cannot be talked to", e);
    }
  }

  private void turn() throws IOException {
    in.println(TURN_MILLIS);
    String[] said = line().split(" ", 2);
    seen.add(new Fork(Double.parseDouble(said[0]), Double.parseDouble(said[1])));
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IllegalStateException("a process ended before its time");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
