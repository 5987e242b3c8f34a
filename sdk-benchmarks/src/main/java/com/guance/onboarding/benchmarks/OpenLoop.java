package com.guance.onboarding.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends calls at fixed times, whether the earlier ones have been answered or not. A call's latency
 * counts from the time at which it should have been sent, so a server that stops for a moment is
 * blamed for all that had to wait.
 *
 * @param perSecond how many calls a second
 * @param threads how many calls may be under way
 */
record OpenLoop(int perSecond, int threads) {

  private static final double MILLI = 1e6;

  /** One call; what it throws is an error of the server. */
  interface Calls {
    void call(int number) throws Exception;
  }

  /**
   * What was seen.
   *
   * @param nanos the latencies of all calls, the shortest first
   * @param errors how many calls were not answered as they should be
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(long[] nanos, int errors) {

    /** In milliseconds. */
    double percentile(double share) {
      int last = (int) Math.ceil(share * nanos.length) - 1;
      return nanos[Math.max(0, last)] / MILLI;
    }
  }

  /**
   * Sends calls for a while and waits for the last answer.
   *
   * @param first the number of the first call
   * @param seconds for how long
   * @param source makes what one thread calls with
   */
  Seen run(int first, int seconds, Supplier<Calls> source) throws InterruptedException {
    int total = perSecond * seconds;
    long[] nanos = new long[total];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    long start = System.nanoTime() + 10_000_000;
    List<Thread> running = new ArrayList<>(threads);
    for (int i = 0; i < threads; i++) {
      Calls calls = source.get();
      Thread thread =
          new Thread(
              () -> {
                for (int n = next.getAndIncrement(); n < total; n = next.getAndIncrement()) {
                  long due = start + (long) (n * (1e9 / perSecond));
                  waitUntil(due);
                  if (!succeeds(calls, first + n)) {
                    errors.incrementAndGet();
                  }
                  nanos[n] = System.nanoTime() - due;
                }
              },
              "open-loop-" + i);
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    Arrays.sort(nanos);
    return new Seen(nanos, errors.get());
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static boolean succeeds(Calls calls, int number) {
    try {
      calls.call(number);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      return false;
    }
  }
}
