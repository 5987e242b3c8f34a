package com.guance.onboarding.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** A turn of one side: its calls until the time is over, but once. */
final class Turn {

  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Turn() {}

  /** What is done in a turn. */
  interface Work<E extends Exception> {

    /** Puts things as a call needs them; not counted. */
    default void prepare() throws E {}

    void call() throws E;
  }

  /** Takes a turn on this thread and says what a call cost in the mean. */
  static <E extends Exception> Fork take(long length, Work<E> work) throws E {
    long nanos = 0;
    long bytes = 0;
    int calls = 0;
    do {
      work.prepare();
      long allocated = MEMORY.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      work.call();
      nanos += System.nanoTime() - start;
      bytes += MEMORY.getCurrentThreadAllocatedBytes() - allocated;
      calls++;
    } while (nanos < length);
    return new Fork(nanos / (double) calls, bytes / (double) calls);
  }

  /** The median of several turns. */
  static Fork median(List<Fork> turns) {
    return new Fork(
        Median.of(turns.stream().mapToDouble(Fork::nanos).toArray()),
        Median.of(turns.stream().mapToDouble(Fork::bytes).toArray()));
  }
}
