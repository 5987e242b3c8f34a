package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One piece of work that the SDK does by itself; what it returns are facts. */
sealed interface Step {

  /** The step's name, stable: it stands in stored notes. */
  String name();

  Stage stage();

  /** What must not be done by two onboardings at the same time. */
  default Optional<String> sharedClaim(FlowState state) {
    return Optional.empty();
  }

  /** A step that only reads: nothing out there changes. */
  non-sealed interface Reading extends Step {

    /** Reads; an empty list means that there is nothing to see yet. */
    List<Observed> read(StepContext context);

    /** Notes what it means that there was nothing to see. */
    default void nothingYet(Notes notes, Instant now) {}
  }

  /**
   * A step that changes something out there. It cannot be written without saying how to find out
   * whether it is done already.
   */
  non-sealed interface Changing extends Step {

    /** Looks whether it is done already; adopts only what is ours or the buyer's by id. */
    Optional<List<Observed>> lookUp(StepContext context);

    /**
     * Whether somebody else may well have done it before: then it is looked up before anybody is
     * asked for a secret.
     */
    default boolean lookFirst(FlowState state) {
      return false;
    }

    /** What is true where somebody else has done it, and not a try of ours. */
    default List<Observed> adopted(StepContext context, List<Observed> found) {
      return found;
    }

    /** Does it. */
    List<Observed> perform(StepContext context);

    /** The answers that it fixes: they cannot be replaced once it has started. */
    Set<Field> uses();

    /** The codes and passwords that {@link #perform} needs, as tasks. */
    default List<PersonTask> secrets(FlowState state, Tasks tasks) {
      return List.of();
    }

    /**
     * Whether a first try may go without looking: the remote side takes an idempotency key and
     * answers a repetition with what exists.
     */
    default boolean keyed() {
      return true;
    }

    /** The code that is used up when the remote side says so. */
    default Optional<Observed> sentCode(FlowState state) {
      return Optional.empty();
    }
  }
}
