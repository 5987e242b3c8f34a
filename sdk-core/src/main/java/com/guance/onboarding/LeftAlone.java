package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private final Map<OnboardingId, Instant> ends = new LinkedHashMap<>();

  LeftAlone(Clock clock) {
    this.clock = clock;
  }

  /** Leaves it alone from now on, for a while. */
  synchronized void add(OnboardingId id) {
    ends.putIfAbsent(id, clock.instant().plus(WHILE));
    if (ends.size() > MOST) {
      ends.remove(ends.keySet().iterator().next());
    }
  }

  /** {@return those that are to be left alone now} */
  synchronized Set<OnboardingId> now() {
    Instant now = clock.instant();
    ends.values().removeIf(end -> !end.isAfter(now));
    return Set.copyOf(ends.keySet());
  }
}
