package com.guance.onboarding.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts calls within the last minute of the world's clock; guarded by the world's lock. */
final class CallRates {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Deque<Instant>> calls = new HashMap<>();

  /** Whether one more call stays within the limit. */
  boolean room(String name, int limit, Instant now) {
    Deque<Instant> last = calls.computeIfAbsent(name, ignored -> new ArrayDeque<>());
    while (!last.isEmpty() && !last.peekFirst().plus(WINDOW).isAfter(now)) {
      last.removeFirst();
    }
    return last.size() < limit;
  }

  void count(String name, Instant now) {
    calls.computeIfAbsent(name, ignored -> new ArrayDeque<>()).addLast(now);
  }

  void clear() {
    calls.clear();
  }
}
