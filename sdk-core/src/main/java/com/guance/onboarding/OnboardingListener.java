package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;

/**
 * Hears what a partner tells people about: each task opened, each reminder of one, each completion,
 * each abandonment.
 *
 * <p>At least once each, on the thread of the {@code advance} or {@code resumeDue} that delivers
 * it, and again until the method returns; the event id is the same every time. What it throws is
 * logged by type and never reaches the caller. On a cluster an event waits for a node that has a
 * listener of its kind, for 30 days where no node has one.
 */
public interface OnboardingListener {

  /**
   * A task was opened.
   *
   * @param eventId stable, to recognise a repetition
   * @param task the task
   */
  default void taskOpened(String eventId, PersonTask task) {}

  /**
   * A task is still open, an interval after it was last told of; see {@link
   * OnboardingFlowBuilder#remindAfter}. Never for a task that is done by then.
   *
   * @param eventId stable, to recognise a repetition; another one for each reminder
   * @param task the task as it stands
   */
  default void taskReminded(String eventId, PersonTask task) {}

  /**
   * An onboarding is complete.
   *
   * @param eventId stable, to recognise a repetition
   * @param onboarding what came of it
   */
  default void completed(String eventId, Onboarding onboarding) {}

  /**
   * An onboarding ended before its end.
   *
   * @param eventId stable, to recognise a repetition
   * @param id which
   * @param reason why
   */
  default void abandoned(String eventId, OnboardingId id, String reason) {}
}
