package com.guance.onboarding.examples;

import com.guance.onboarding.Explanation;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;

/** What is it waiting for? Who acts next, what was tried, what became true. */
final class WhatIsItWaitingForExample {

  private WhatIsItWaitingForExample() {}

  static Explanation run() {
    try (OnboardingFlow flow = OnboardingFlow.builder().callbacks(true).build()) {
      OnboardingId id =
          flow.begin(
              OnboardingRequest.of(new OrderKey("CS-1", "CS-1-000001"))
                  .organization("GCY Ltd", "gcy")
                  .build());
      flow.advance(id);
      return flow.explain(id);
    }
  }
}
