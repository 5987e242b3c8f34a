package com.guance.onboarding.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/**
 * The process that runs one benchmark whenever it is its turn; its setup methods are called as JMH
 * calls them. Used by one thread.
 */
final class TurnTaker implements Turn.Work<ReflectiveOperationException> {

  private final Object benchmark;
  private final Method method;
  private final List<Method> preparations;

  private TurnTaker(Object benchmark, String method) throws ReflectiveOperationException {
    this.benchmark = benchmark;
    this.method = benchmark.getClass().getMethod(method);
    this.preparations = setups(Level.Invocation);
    for (Method setup : setups(Level.Trial)) {
      setup.invoke(benchmark);
    }
  }

  private List<Method> setups(Level level) {
    return Arrays.stream(benchmark.getClass().getMethods())
        .filter(one -> one.isAnnotationPresent(Setup.class))
        .filter(one -> one.getAnnotation(Setup.class).value() == level)
        .toList();
  }

  /**
   * Warms up, says so, and takes a turn for each line that comes, until none comes any more.
   *
   * @param name the benchmark, as {@code Class.method}
   * @param warmUps how many calls warm up
   */
  static void run(String name, int warmUps) throws IOException, ReflectiveOperationException {
    CpuPinning.pin();
    String[] parts = name.split("\\.", -1);
    Class<?> type = Class.forName(TurnTaker.class.getPackageName() + "." + parts[0]);
    TurnTaker taker = new TurnTaker(type.getConstructor().newInstance(), parts[1]);
    for (int i = 0; i < warmUps; i++) {
      Turn.take(0, taker);
    }
    CpuPinning.pin(); // what has been started since
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("warm");
    for (String millis = in.readLine(); millis != null; millis = in.readLine()) {
      Fork turn = Turn.take(Integer.parseInt(millis) * 1_000_000L, taker);
      System.out.println(turn.nanos() + " " + turn.bytes());
    }
  }

  @Override
  public void prepare() throws ReflectiveOperationException {
    for (Method preparation : preparations) {
      preparation.invoke(benchmark);
    }
  }

  @Override
  public void call() throws ReflectiveOperationException {
    try {
      method.invoke(benchmark);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method + " failed", e.getCause());
    }
  }
}
