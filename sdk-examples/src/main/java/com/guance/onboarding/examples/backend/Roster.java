package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.OnboardingId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The onboardings that this backend has heard of: their ids are all that a partner keeps. */
final class Roster {

  private final Set<OnboardingId> ids = new LinkedHashSet<>();
  private final Set<OnboardingId> welcomed = new HashSet<>();

  synchronized void add(OnboardingId id) {
    ids.add(id);
  }

  /** Whether all that is known of its buyer has been said. */
  synchronized boolean welcomed(OnboardingId id) {
    return welcomed.contains(id);
  }

  synchronized void welcome(OnboardingId id) {
    welcomed.add(id);
  }

  /** The newest first, as many as asked for. */
  synchronized List<OnboardingId> newest(int limit) {
    List<OnboardingId> all = new ArrayList<>(ids);
    Collections.reverse(all);
    return List.copyOf(all.subList(0, Math.min(limit, all.size())));
  }
}
