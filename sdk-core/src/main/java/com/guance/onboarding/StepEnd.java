package com.guance.onboarding;

import java.time.Instant;
import java.util.Optional;

/**
 * How a run of a step ended.
 *
 * @param kind how
 * @param work the onboarding as it is now; empty when it has to be read again
 * @param next a step that is ours already: its intent was stored with what this one has brought
 * @param until when the claim in the way ends
 * @param failure what failed
 */
record StepEnd(
    Kind kind,
    Optional<Ledger.Work> work,
    Optional<Claims.Held> next,
    Optional<Instant> until,
    Optional<Failures.Failure> failure) {

  /** How a run ended. */
  enum Kind {
    /** Saved, or somebody else was faster: go on from there. */
    GO_ON,
    /** Somebody else is at it. */
    BLOCKED,
    /** It failed, and that is saved. */
    FAILED,
    /** It is not done yet out there, and it needs a secret that nobody has given. */
    NEEDS_SECRETS
  }

  static StepEnd of(Kind kind, Optional<Ledger.Work> work) {
    return new StepEnd(kind, work, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static StepEnd goOn(Claims.Held next) {
    return new StepEnd(
        Kind.GO_ON, Optional.empty(), Optional.of(next), Optional.empty(), Optional.empty());
  }

  static StepEnd blocked(Instant until) {
    return new StepEnd(
        Kind.BLOCKED, Optional.empty(), Optional.empty(), Optional.of(until), Optional.empty());
  }

  static StepEnd failed(Optional<Ledger.Work> work, Failures.Failure failure) {
    return new StepEnd(Kind.FAILED, work, Optional.empty(), Optional.empty(), Optional.of(failure));
  }
}
