package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;

/**
 * Hears what a partner tells people about: each task opened, each reminder of one, each completion,
 * each abandonment.
 *
 * <p>At least once each, and again until the method returns. One thread of a node tells at a time,
 * that of an {@code advance} or {@code resumeDue}. Nobody waits for it: it tells the events of
 * calls that end meanwhile, too, so an {@code advance} may return shortly before its events are
 * told. Two nodes may tell the same event, also at once, and so may one after a failure: the event
 * id is the same every time, so recognise a repetition by that. What a listener throws is logged by
 * type and never reaches the caller; after three that failed the call ends its delivery, and the
 * next one goes on. A listener may call the flow.
 *
 * <p>Give every node that works on onboardings the same listeners. An event is stored by the node
 * that brings it about, and only if that node has a listener of its kind (a reminder: if it has
 * {@link OnboardingFlowBuilder#remindAfter}). Once stored it waits for a node that hears it, for 30
 * days where no node does. A task that nobody can do for now, because its onboarding is frozen or a
 * newer version of the SDK has worked on it, waits as long until it can be done again.
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
