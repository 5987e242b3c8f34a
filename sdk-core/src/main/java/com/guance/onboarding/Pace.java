package com.guance.onboarding;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long the flow waits: claims, back-off after failures, polls.
 *
 * @param claim how long a claim lives; longer than any step's deadline
 * @param first the first back-off
 * @param longest the longest back-off
 * @param random spreads back-offs, so that many onboardings do not come back at once
 */
record Pace(Duration claim, Duration first, Duration longest, RandomGenerator random) {

  /** How long all calls of one step may take: short enough for its claim to outlive them. */
  Duration deadline() {
    return Duration.ofMillis(claim.toMillis() * 2 / 3);
  }

  /** Doubles with each failure, half of it by chance; never shorter than the remote side asks. */
  Duration backOff(int failures, Optional<Duration> asked) {
    long cap = longest.toMillis();
    long full = Math.min(cap, first.toMillis() << Math.min(failures, 20));
    Duration own = Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }

  /** How long to wait before looking again for something that is not there yet. */
  Duration poll(int looked) {
    long full = Math.min(longest.toMillis(), (2 * first.toMillis()) << Math.min(looked, 20));
    return Duration.ofMillis(full);
  }
}
