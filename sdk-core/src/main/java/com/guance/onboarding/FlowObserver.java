package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import java.time.Duration;

/**
 * Sees each step, for metrics and traces. It gets names, durations and attempts, never personal
 * data.
 *
 * <p>The thread that runs the step calls it, so several threads may call it at once. What it throws
 * is logged by type and changes nothing.
 */
public interface FlowObserver {

  /**
   * A step starts. {@link #stepEnded} or {@link #stepFailed} follows, but for a step that turns out
   * to need a code or a password which nobody has given.
   *
   * @param id the onboarding
   * @param step the step's name
   * @param attempt 1 for the first try
   */
  default void stepStarted(OnboardingId id, String step, int attempt) {}

  /**
   * A step ran without a failure. It may have found nothing yet; then it runs again later.
   *
   * @param id the onboarding
   * @param step the step's name
   * @param took how long it took
   */
  default void stepEnded(OnboardingId id, String step, Duration took) {}

  /**
   * A step failed.
   *
   * @param id the onboarding
   * @param step the step's name
   * @param code the problem's code
   */
  default void stepFailed(OnboardingId id, String step, String code) {}
}
