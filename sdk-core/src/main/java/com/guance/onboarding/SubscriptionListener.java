package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Subscription;

/** Receives each change of a subscription: renewal, upgrade, freeze, unfreeze, release. */
@FunctionalInterface
public interface SubscriptionListener {

  /**
   * A subscription changed.
   *
   * <p>The flow calls this at least once for each change, and again until it returns. In each node
   * one thread calls at a time: that of an {@code advance} or {@code resumeDue}. Two nodes may
   * report the same change, even at the same time. Its event id is the same every time; recognise a
   * repetition by it.
   *
   * <p>A node stores a change that it takes in only if it has such a listener, so give all nodes
   * the same listeners. A change that comes before its newInstance is reported after it.
   *
   * @param eventId stable, to recognise a repetition
   * @param id the onboarding it belongs to
   * @param subscription the subscription as it is now
   */
  void changed(String eventId, OnboardingId id, Subscription subscription);
}
