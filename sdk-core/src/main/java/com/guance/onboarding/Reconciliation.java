package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * How one onboarding compares with KooGallery and Guance: a line for each stage, and each drift by
 * its kind. Immutable; holds nothing that belongs to a person or names a company.
 */
@Value.Immutable
public abstract class Reconciliation {

  Reconciliation() {}

  /** {@return which onboarding} */
  public abstract OnboardingId onboarding();

  /** {@return when the comparison began} */
  public abstract Instant at();

  /** {@return a line for each stage, in order; none when there is a {@link #problem()}} */
  public abstract List<Comparison> comparisons();

  /** {@return what differs} */
  public abstract List<Drift> drifts();

  /** {@return what this call has repaired; empty where nothing was told to be} */
  public abstract List<Drift> repaired();

  /**
   * What a repair was told and has not found: an id that is mistyped, or whose drift has moved on
   * or is mended.
   *
   * @return the ids as they were given, in alphabetical order
   */
  public abstract List<String> notFound();

  /**
   * Until when a step is running, at most. What it is doing may look like a drift: compare again
   * after that.
   *
   * @return the end; empty when none is running
   */
  public abstract Optional<Instant> runningUntil();

  /** {@return why nothing was compared or repaired; empty when it was} */
  public abstract Optional<Problem> problem();

  /** {@return the ids of the drifts that can be repaired, for {@link OnboardingFlow#repair}} */
  public Set<String> repairable() {
    return drifts().stream()
        .filter(drift -> drift.repair().isPresent())
        .map(Drift::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The report for programs, as a JSON object; {@code docs/reconcile.md} describes it.
   *
   * <p>Its members are always there; what is not known is {@code null}. Later versions may add
   * members and never change or drop one.
   *
   * @return the JSON
   */
  public String toJson() {
    return ReconciliationJson.of(this);
  }

  /** {@return a builder, for the flow and for tests that need a value} */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the onboarding's id and the drifts. */
  @Override
  public String toString() {
    return "Reconciliation[" + onboarding() + " " + drifts() + "]";
  }

  /** Collects a report. */
  public static final class Builder extends ImmutableReconciliation.Builder {
    Builder() {}
  }

  /**
   * One stage.
   *
   * @param stage which
   * @param result how the two sides compare
   * @param problem why they could not be compared
   */
  public record Comparison(Stage stage, Result result, Optional<Problem> problem) {

    /** How the two sides compare. */
    public enum Result {
      /** Both say the same. */
      SAME,
      /** They differ; see {@link Reconciliation#drifts()}. */
      DRIFTED,
      /** Neither has it yet. */
      NOTHING_YET,
      /** This installation cannot look there, or does not know yet what to ask for. */
      NOT_COMPARABLE,
      /** The other side did not answer as it should. */
      FAILED
    }
  }
}
