package com.guance.onboarding;

import java.time.Instant;
import java.util.Optional;

/**
 * How a run of a step ended. Where nothing else is said, it is saved, or somebody else was faster:
 * go on from there.
 *
 * @param work the onboarding as it is now; empty when it has to be read again
 * @param next a step that is ours already: its intent was stored with what this one has brought
 * @param rests whether the step is of no use now: somebody else is at it, or it is not done yet out
 *     there and needs a secret that nobody has given
 * @param until when the claim in the way ends
 * @param failure what failed; that is saved
 */
record StepEnd(
    Optional<Ledger.Work> work,
    Optional<Claims.Held> next,
    boolean rests,
    Optional<Instant> until,
    Optional<Failures.Failure> failure) {

  static StepEnd goOn(Optional<Ledger.Work> work) {
    return new StepEnd(work, Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  static StepEnd goOn(Claims.Held next) {
    return new StepEnd(
        Optional.empty(), Optional.of(next), false, Optional.empty(), Optional.empty());
  }

  static StepEnd blocked(Instant until) {
    return new StepEnd(
        Optional.empty(), Optional.empty(), true, Optional.of(until), Optional.empty());
  }

  static StepEnd needsSecrets(Optional<Ledger.Work> work) {
    return new StepEnd(work, Optional.empty(), true, Optional.empty(), Optional.empty());
  }

  /** Whether it has looked and would have to act now. */
  boolean secretsMissing() {
    return rests && until.isEmpty();
  }

  static StepEnd failed(Optional<Ledger.Work> work, Failures.Failure failure) {
    return new StepEnd(work, Optional.empty(), false, Optional.empty(), Optional.of(failure));
  }
}
