package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Subscription;

/** Hears each change of a subscription: renewal, upgrade, freeze, unfreeze, release. */
@FunctionalInterface
public interface SubscriptionListener {

  /**
   * A subscription changed.
   *
   * <p>At least once for each change, from an {@code advance} or {@code resumeDue}, by one thread
   * of a node at a time, and again until it returns. Two nodes may tell the same change, also at
   * once: its event id is the same every time, so recognise a repetition by that. A change is
   * stored only if the node that takes it in has such a listener, so give all nodes the same. A
   * change that comes before its newInstance is told after it.
   *
   * @param eventId stable, to recognise a repetition
   * @param id the onboarding it belongs to
   * @param subscription the subscription as it is now
   */
  void changed(String eventId, OnboardingId id, Subscription subscription);
}
