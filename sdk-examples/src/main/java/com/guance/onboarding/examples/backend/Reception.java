package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingListener;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.error.ConflictException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters each onboarding in the roster, and says what is known of every buyer before anybody is
 * asked for it.
 *
 * <p>A node can end between a callback's answer and that. The flow's events are told until somebody
 * has heard them, so another node makes up for it.
 */
final class Reception implements OnboardingListener {

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Roster roster;
  private final Map<Field, String> known;
  private final Clock clock;
  private volatile @Nullable OnboardingFlow flow;

  Reception(Roster roster, Map<Field, String> known, Clock clock) {
    this.roster = roster;
    this.known = known;
    this.clock = clock;
  }

  /** The flow that it listens to. */
  void open(OnboardingFlow listenedTo) {
    flow = listenedTo;
  }

  void welcome(OnboardingId id) {
    roster.add(id);
    if (known.isEmpty() || roster.welcomed(id)) {
      return;
    }
    OnboardingFlow open = Objects.requireNonNull(flow, "flow");
    OnboardingRequest.Builder request = OnboardingRequest.of(open.get(id).order());
    known.forEach(request::with);
    if (known.containsKey(Field.TERMS_VERSION) && !known.containsKey(Field.TERMS_AT)) {
      request.with(Field.TERMS_AT, clock.instant().toString());
    }
    try {
      open.begin(request.build());
    } catch (ConflictException e) {
      // A node that ended before it wrote so down has said it at another time, and it is in use.
      LOG.info("{} is known already: {}", id, e.getMessage());
    }
    roster.welcome(id);
  }

  @Override
  public void taskOpened(String eventId, PersonTask task) {
    welcome(task.onboarding());
  }

  @Override
  public void completed(String eventId, Onboarding onboarding) {
    roster.add(onboarding.id());
  }

  @Override
  public void abandoned(String eventId, OnboardingId id, String reason) {
    roster.add(id);
  }
}
