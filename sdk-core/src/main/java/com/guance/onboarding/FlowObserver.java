package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import java.time.Duration;

/**
 * Sees each step, for metrics and traces; gets names, durations and attempts, never personal data.
 *
 * <p>Called on the thread that works; what it throws is ignored.
 */
public interface FlowObserver {

  /**
   * A step starts.
   *
   * @param id the onboarding
   * @param step the step's name
   * @param attempt 1 for the first
   */
  default void stepStarted(OnboardingId id, String step, int attempt) {}

  /**
   * A step is done.
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
