package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Finds what a member's organization has bought, and tells the flow that somebody came. */
final class Visits {

  private final OnboardingFlow flow;
  private final Clock clock;

  Visits(OnboardingFlow flow, Clock clock) {
    this.flow = flow;
    this.clock = clock;
  }

  /**
   * Records the visit for those onboardings that are still under way: the others would only collect
   * visits for ever.
   *
   * @return the onboardings, the newest first
   */
  List<Onboarding> visited(Member member, AppId app) {
    List<Onboarding> found =
        new ArrayList<>(flow.find(new LookupKey.ByTenantApp(member.tenant(), app)));
    Collections.reverse(found);
    if (found.stream().anyMatch(onboarding -> onboarding.outcome() == Outcome.WAITING)) {
      flow.record(
          Observations.signedIn(
              Names.builder().tenant(member.tenant()).app(app).build(),
              ObservedMember.of(member.tenant(), member.userName()),
              clock.instant()));
    }
    return List.copyOf(found);
  }

  /** Says at the stage why nobody can come; the same reason again changes nothing. */
  void refused(TenantId tenant, AppId app, TransportException refusal) {
    if (!flow.find(new LookupKey.ByTenantApp(tenant, app)).isEmpty()) {
      flow.record(
          Observations.signInRefused(
              Names.builder().tenant(tenant).app(app).build(),
              Objects.requireNonNullElse(refusal.getMessage(), ""),
              clock.instant()));
    }
  }
}
