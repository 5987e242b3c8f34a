package com.guance.onboarding.store;

import java.time.Instant;

/** Times as the stores keep them: whole milliseconds since 1970 in UTC, free of time zones. */
final class EpochMillis {

  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private EpochMillis() {}

  /** Cuts off what is finer than a millisecond; times that no database can hold become its ends. */
  static long of(Instant time) {
    if (time.isAfter(LAST)) {
      return Long.MAX_VALUE;
    }
    return time.isBefore(FIRST) ? Long.MIN_VALUE : time.toEpochMilli();
  }

  static Instant cut(Instant time) {
    return Instant.ofEpochMilli(of(time));
  }
}
