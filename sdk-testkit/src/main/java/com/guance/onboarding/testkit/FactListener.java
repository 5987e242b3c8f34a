package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import java.util.List;

/** Takes the facts that the buyer's acts cause; {@code flow::record} is one. */
@FunctionalInterface
public interface FactListener {

  /**
   * Takes a fact.
   *
   * @param fact what has become true
   * @return the onboardings that it is about
   */
  List<OnboardingId> record(Fact fact);
}
