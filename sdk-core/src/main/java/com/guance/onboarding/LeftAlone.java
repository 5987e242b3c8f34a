package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * Onboardings that could not be worked on, for a while: what was wrong may pass, and until then
 * they must not stand in front of the others. Knows a bounded number of them; the oldest is let go
 * for a new one.
 */
final class LeftAlone {

  /** Long enough for the others to have their turn, short against what a customer notices. */
  static final Duration WHILE = Duration.ofMinutes(1);

  static final int MOST = 10_000;

  private final Clock clock;
  private final Queue<Row> rows = new ArrayDeque<>();
  private final Set<OnboardingId> ids = new HashSet<>();

  LeftAlone(Clock clock) {
    this.clock = clock;
  }

  private record Row(OnboardingId id, Instant until) {}

  /** Leaves it alone from now on, for a while. */
  synchronized void add(OnboardingId id) {
    if (ids.add(id)) {
      rows.add(new Row(id, clock.instant().plus(WHILE)));
      while (rows.size() > MOST) {
        ids.remove(rows.remove().id());
      }
    }
  }

  /** {@return those that are to be left alone now} */
  synchronized Set<OnboardingId> now() {
    Instant now = clock.instant();
    for (Row row = rows.peek(); row != null && !row.until().isAfter(now); row = rows.peek()) {
      ids.remove(rows.remove().id());
    }
    return Set.copyOf(ids);
  }
}
