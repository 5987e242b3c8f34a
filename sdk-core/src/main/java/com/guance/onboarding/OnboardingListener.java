package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;

/**
 * Receives the events that a partner tells people about: a task was opened, a task is still open,
 * an onboarding is complete, an onboarding was abandoned.
 *
 * <p>The flow delivers each event at least once, and again until the method returns. In each node
 * one thread delivers at a time: that of an {@code advance} or {@code resumeDue}. Other calls do
 * not wait for it; it delivers their events too, so an {@code advance} may return shortly before
 * its events are delivered. The same event may come again, from another node even at the same time,
 * and after a failure. Its event id is the same every time; recognise a repetition by it.
 *
 * <p>What a listener throws is logged by type and never reaches the caller. After three failures
 * the call stops delivering, and the next call goes on. A listener may call the flow.
 *
 * <p>Give the same listeners to every node that works on onboardings. The node in which an event
 * happens stores it, and only if that node has a listener of its kind; it stores a reminder only if
 * it has {@link OnboardingFlowBuilder#remindAfter}. A stored event waits up to 30 days for a node
 * that has a listener for it. An opened task that nobody can do for now, because its onboarding is
 * frozen or a newer version of the SDK has worked on it, waits up to 30 days until somebody can do
 * it again.
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
   * A task is still open, one interval after this listener was last told of it; see {@link
   * OnboardingFlowBuilder#remindAfter}. A task that is done by then is not reminded of.
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
   * An onboarding was abandoned: it ended before everything was done.
   *
   * @param eventId stable, to recognise a repetition
   * @param id the onboarding
   * @param reason why it ended
   */
  default void abandoned(String eventId, OnboardingId id, String reason) {}
}
