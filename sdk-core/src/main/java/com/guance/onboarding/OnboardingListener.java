package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;

/**
 * Hears what a partner tells people about: each task opened, each completion, each abandonment.
 *
 * <p>At least once each, on the thread of the {@code advance} or {@code resumeDue} that delivers
 * it, and again until the method returns; the event id is the same every time. What it throws is
 * logged by type and never reaches the caller.
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
