package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.OnboardingId;
import java.util.List;

/** The onboardings that this partner has heard of: their ids are all that a partner keeps. */
interface Roster {

  /** Adds it, unless it is there. */
  void add(OnboardingId id);

  /** Whether all that is known of its buyer has been said. */
  boolean welcomed(OnboardingId id);

  /** All that is known of its buyer has been said. */
  void welcome(OnboardingId id);

  /** The newest first, as many as asked for. */
  List<OnboardingId> newest(int limit);
}
