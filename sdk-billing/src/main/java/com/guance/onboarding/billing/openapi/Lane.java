package com.guance.onboarding.billing.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The last calls under one limit, the oldest first. A call may go when the one a whole limit before
 * it is a window old. Guarded by the lock of {@link Pacing}.
 */
final class Lane {

  private final int limit;
  private final long window;
  private final Deque<Turn> turns = new ArrayDeque<>();
  private long restUntil = Long.MIN_VALUE;

  Lane(int limit, long window) {
    this.limit = limit;
    this.window = window;
  }

  /** When the next call may go if everybody before it goes in time; never before any of them. */
  long earliest(long now) {
    long at = Math.max(now, restUntil);
    Turn last = turns.peekLast();
    if (last != null) {
      at = Math.max(at, last.at);
    }
    Turn guard = guard();
    return guard == null ? at : Math.max(at, guard.at + window);
  }

  /**
   * Queues a call and tells which one it must keep its distance from. A call given up later keeps
   * its place: the room it leaves is lost, but no limit is passed.
   */
  @Nullable Turn add(Turn turn) {
    Turn guard = guard();
    turns.addLast(turn);
    if (turns.size() > limit) {
      turns.removeFirst();
    }
    return guard;
  }

  long window() {
    return window;
  }

  long restUntil() {
    return restUntil;
  }

  void restUntil(long time) {
    restUntil = Math.max(restUntil, time);
  }

  boolean isIdle(long now) {
    Turn last = turns.peekLast();
    return restUntil < now
        && (last == null || (last.state != Turn.State.WAITING && last.at + window < now));
  }

  private @Nullable Turn guard() {
    return turns.size() < limit ? null : turns.peekFirst();
  }
}
