package com.guance.onboarding.spi;

import com.guance.onboarding.domain.OnboardingId;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An onboarding as a store keeps it: what its facts add up to, and the flow's own notes. */
@Value.Immutable
public abstract class SnapshotRow {

  SnapshotRow() {}

  /** {@return the onboarding} */
  public abstract OnboardingId id();

  /** {@return 1 for the first, one more at each commit} */
  public abstract long version();

  /** {@return the stage, for lists and counts} */
  public abstract String stage();

  /** {@return the outcome, for lists and counts} */
  public abstract String outcome();

  /** {@return when it is to be advanced next; empty while only people or callbacks can help} */
  public abstract Optional<Instant> dueAt();

  /** {@return when it was stored} */
  public abstract Instant changedAt();

  /** {@return the flow's notes as JSON with a format number; opaque to the store} */
  public abstract String body();

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a snapshot. */
  public static final class Builder extends ImmutableSnapshotRow.Builder {
    Builder() {}
  }
}
