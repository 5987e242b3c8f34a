package com.guance.onboarding;

import com.guance.onboarding.spi.StaffListener;
import java.util.List;

/**
 * Who hears what. What nobody listens to is not stored.
 *
 * @param progress hear tasks and ends
 * @param subscriptions hear what becomes of subscriptions
 * @param staff take lists of staff
 */
record Listeners(
    List<OnboardingListener> progress,
    List<SubscriptionListener> subscriptions,
    List<StaffListener> staff) {

  Listeners {
    progress = List.copyOf(progress);
    subscriptions = List.copyOf(subscriptions);
    staff = List.copyOf(staff);
  }

  boolean none() {
    return progress.isEmpty() && subscriptions.isEmpty() && staff.isEmpty();
  }
}
