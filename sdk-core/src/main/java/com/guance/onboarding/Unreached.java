package com.guance.onboarding;

import com.guance.onboarding.domain.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What it means that a side gives no answer: at first that it passes, later that it is wrong. */
final class Unreached {

  /** How long a side may be away before somebody has to look at its address. */
  static final Duration OUTAGE = Duration.ofHours(1);

  private Unreached() {}

  /**
   * Whose matter it is by now.
   *
   * @param last the last failure, which names the side and what came of it
   * @param since since when the step has had no answer
   */
  static Problem problem(Problem last, String side, Instant since, Instant now) {
    return now.isBefore(since.plus(OUTAGE))
        ? last
        : new Problem(
            last.code(),
            new Problem.What(Optional.empty(), last.rule()),
            Problem.Mender.OPERATOR,
            "Check that "
                + side
                + " can be reached at the address that is set, and that nothing else answers there;"
                + " it is still tried.");
  }
}
