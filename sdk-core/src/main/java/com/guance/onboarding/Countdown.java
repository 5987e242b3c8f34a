package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs because of an order, and what is left of it once KooGallery has frozen or released it
 * (contracts/guance.md §1.7).
 *
 * @param dataKept from the lock to the wiping; zero where nothing is locked
 */
record Countdown(Duration dataKept) {

  Optional<Subscription> subscription(FlowState state) {
    return state
        .instance()
        .map(
            instance -> {
              Optional<Instant> locked = dataKept.isZero() ? Optional.empty() : lockedAt(state);
              return new Subscription(
                  instance,
                  runs(state),
                  state.latest(FactKind.EXPIRY).flatMap(Observed::until),
                  locked,
                  locked.map(at -> at.plus(dataKept)));
            });
  }

  private static Subscription.State runs(FlowState state) {
    if (state.has(FactKind.RELEASED)) {
      return Subscription.State.RELEASED;
    }
    return state
        .latest(FactKind.STATUS)
        .flatMap(fact -> fact.value(Detail.STATE))
        .map(name -> Enums.read(Subscription.State.class, name, Subscription.State.UNKNOWN))
        .orElse(Subscription.State.ACTIVE);
  }

  /** The release of what is frozen starts no second countdown. */
  private static Optional<Instant> lockedAt(FlowState state) {
    Stream<Instant> released = state.latest(FactKind.RELEASED).map(Observed::at).stream();
    return Stream.concat(state.frozenSince().stream(), released)
        .filter(at -> at.isAfter(Instant.EPOCH))
        .min(Comparator.naturalOrder());
  }

  /** What an operator should know of it. */
  static Optional<String> remark(Subscription subscription, Instant now) {
    return subscription
        .lockedAt()
        .flatMap(
            since ->
                subscription
                    .dataGoneAt()
                    .map(
                        gone ->
                            now.isBefore(gone)
                                ? "what settles through the Huawei account is locked since "
                                    + since
                                    + "; its data is gone at "
                                    + gone
                                    + " unless it is unlocked before, in the Billing Center"
                                : "what settled through the Huawei account was locked at "
                                    + since
                                    + "; unless it was unlocked, its data is gone since "
                                    + gone));
  }
}
