package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Subscription;

/** Hears each change of a subscription: renewal, upgrade, freeze, unfreeze, release. */
@FunctionalInterface
public interface SubscriptionListener {

  /**
   * A subscription changed.
   *
   * <p>At least once for each change, from {@code advance} or {@code resumeDue}, and again until it
   * returns; the event id is the same every time.
   *
   * @param eventId stable, to recognise a repetition
   * @param id the onboarding it belongs to
   * @param subscription the subscription as it is now
   */
  void changed(String eventId, OnboardingId id, Subscription subscription);
}
