package com.guance.onboarding.domain;

import java.util.Map;

/**
 * Something that has become true, whoever told us.
 *
 * <p>A partner constructs {@link Purchased}, {@link Confirmed} and {@link Withdrawn}. What
 * callbacks and reads have shown is an {@link Observed}; adapters make those. A person's word
 * closes a task and proves nothing. Recording a fact twice changes nothing.
 */
public sealed interface Fact permits Fact.Purchased, Fact.Confirmed, Fact.Withdrawn, Observed {

  /** {@return who told us} */
  Source source();

  /**
   * An order line was bought; opens its onboarding.
   *
   * @param order the order line
   */
  record Purchased(OrderKey order) implements Fact {
    @Override
    public Source source() {
      return Source.PARTNER;
    }
  }

  /**
   * A person says that a task is done. It closes the task; what can be verified still is.
   *
   * @param onboarding the onboarding
   * @param taskId the task, one that was handed out
   * @param values what the task asked for, by input name; a secret input is refused and belongs
   *     into {@code advance(id, answers)}
   */
  record Confirmed(OnboardingId onboarding, String taskId, Map<String, String> values)
      implements Fact {

    /**
     * Copies the values.
     *
     * @param onboarding the onboarding
     * @param taskId the task
     * @param values what the task asked for
     */
    public Confirmed {
      Rule.ID.check("taskId", taskId);
      values = Map.copyOf(values);
    }

    /**
     * A confirmation without values.
     *
     * @param onboarding the onboarding
     * @param taskId the task
     */
    public Confirmed(OnboardingId onboarding, String taskId) {
      this(onboarding, taskId, Map.of());
    }

    @Override
    public Source source() {
      return Source.PERSON;
    }

    /** Returns the task, not the values. */
    @Override
    public String toString() {
      return "Confirmed[" + onboarding + " " + taskId + "]";
    }
  }

  /**
   * The onboarding is to end before its end. Nothing that exists is deleted.
   *
   * @param onboarding the onboarding
   * @param reason why, for the operator; no personal data
   */
  record Withdrawn(OnboardingId onboarding, String reason) implements Fact {

    /**
     * Checks the reason.
     *
     * @param onboarding the onboarding
     * @param reason why
     */
    public Withdrawn {
      Rule.text(1, 256).check("reason", reason);
    }

    @Override
    public Source source() {
      return Source.PARTNER;
    }
  }
}
