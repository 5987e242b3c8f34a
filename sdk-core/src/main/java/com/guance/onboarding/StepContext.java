package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Terms;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.OrderSource;
import com.guance.onboarding.spi.WorkspaceVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What a step works with: the state, the time, and the secrets that were given for this one run.
 *
 * @param state the state
 * @param now the time
 * @param tried how many tries went before
 * @param secrets what the answers gave, by task id and input name
 * @param deadline what looking and acting share
 */
record StepContext(
    FlowState state,
    Instant now,
    int tried,
    Map<String, Map<String, Secret>> secrets,
    Deadline deadline) {

  private static final Duration ONE_CALL = Duration.ofSeconds(30);

  /**
   * When a step must have ended.
   *
   * @param clock the flow's
   * @param end the time
   */
  record Deadline(Clock clock, Instant end) {

    Duration left() {
      return Duration.between(clock.instant(), end);
    }

    boolean passed() {
      return !clock.instant().isBefore(end);
    }
  }

  /** Looking alone, outside a step: each look has the time of one call. */
  static StepContext looking(FlowState state, Instant now) {
    Deadline each = new Deadline(Clock.fixed(now, ZoneOffset.UTC), now.plus(ONE_CALL));
    return new StepContext(state, now, 0, Map.of(), each);
  }

  /** The gateway for what is left of the step's time. */
  MarketplaceGateway within(MarketplaceGateway gateway) {
    return gateway.within(deadline.left());
  }

  /** The gateway for what is left of the step's time. */
  BillingGateway within(BillingGateway gateway) {
    return gateway.within(deadline.left());
  }

  /** The source for what is left of the step's time. */
  OrderSource within(OrderSource orders) {
    return orders.within(deadline.left());
  }

  /** The verifier for what is left of the step's time. */
  WorkspaceVerifier within(WorkspaceVerifier verifier) {
    return verifier.within(deadline.left());
  }

  OnboardingId id() {
    return state.id();
  }

  Organizations organizations() {
    return state.organizations();
  }

  /** The same, once these facts are true too. */
  StepContext with(List<Observed> more) {
    return new StepContext(state.with(more), now, tried, secrets, deadline);
  }

  HuaweiAccountId buyer() {
    return state
        .buyer()
        .orElseThrow(() -> new IllegalStateException(id() + " has no proven buyer"));
  }

  String answer(Field field) {
    return state.answers().require(field);
  }

  Terms terms() {
    return new Terms(
        answer(Field.TERMS_VERSION),
        answer(Field.TERMS_ACCEPTED_BY),
        Instant.parse(answer(Field.TERMS_AT)));
  }

  Secret secret(String slug, String input) {
    Map<String, Secret> given = secrets.get(Slugs.id(id(), slug));
    Secret secret = given == null ? null : given.get(input);
    if (secret == null) {
      throw new IllegalStateException(id() + " lacks the answer to " + slug);
    }
    return secret;
  }

  BillingGateway.Verification verification(Observed sent) {
    var id = Billing.verification(sent);
    return new BillingGateway.Verification(id, secret(Slugs.code(id), "code"));
  }

  /** A fact of this onboarding that the SDK has read. */
  Observed.Builder fact(FactKind kind, String subject) {
    return fact(kind, subject, Names.of(id()));
  }

  Observed.Builder fact(FactKind kind, String subject, Names names) {
    Observed.Builder fact = Observed.of(kind, Source.READ).names(names).subject(subject);
    return kind.reading() ? fact.at(state.next(kind, subject, now)) : fact;
  }
}
