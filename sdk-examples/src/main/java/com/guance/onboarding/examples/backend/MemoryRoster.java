package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.OnboardingId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Knows what this process has heard of. */
final class MemoryRoster implements Roster {

  private final Set<OnboardingId> ids = new LinkedHashSet<>();
  private final Set<OnboardingId> welcomed = new HashSet<>();

  @Override
  public synchronized void add(OnboardingId id) {
    ids.add(id);
  }

  @Override
  public synchronized boolean welcomed(OnboardingId id) {
    return welcomed.contains(id);
  }

  @Override
  public synchronized void welcome(OnboardingId id) {
    welcomed.add(id);
  }

  @Override
  public synchronized List<OnboardingId> newest(int limit) {
    List<OnboardingId> all = new ArrayList<>(ids);
    Collections.reverse(all);
    return List.copyOf(all.subList(0, Math.min(limit, all.size())));
  }
}
