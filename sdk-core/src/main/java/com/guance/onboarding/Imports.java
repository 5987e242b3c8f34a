package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.spi.ClaimRow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Customers who were sold before the SDK came in: whose instance can be imported as which order.
 */
final class Imports {

  private static final String FIELD = "existingInstance";

  /** Longer than it takes to look for an instance and to store that it is imported. */
  private static final Duration CLAIM = Duration.ofMinutes(1);

  /** What may be known of an order that nobody has begun to onboard. */
  private static final Set<FactKind> BEFORE =
      EnumSet.of(FactKind.ORDERED, FactKind.ANSWERED, FactKind.ORDER_READ, FactKind.ACCOUNT_PROVEN);

  private final Ledger ledger;

  Imports(Ledger ledger) {
    this.ledger = ledger;
  }

  static Observed fact(OrderKey order, InstanceId instance) {
    return Observed.of(FactKind.IMPORTED, Source.PARTNER)
        .names(Names.builder().order(order).instance(instance).build())
        .at(Instant.EPOCH)
        .build();
  }

  /** Two orders that name one instance at the same moment must not both find that it is free. */
  ClaimRow claim(OnboardingId id, InstanceId instance) {
    return new ClaimRow("instance:" + instance, id.value(), ledger.now().plus(CLAIM));
  }

  /**
   * Refuses what would end a running onboarding, revive one that has ended, or drop another
   * instance; what a newer version has written is not judged.
   */
  void require(Ledger.Work work, InstanceId instance) {
    if (work.newer()) {
      return;
    }
    Optional<InstanceId> known =
        work.state().latest(FactKind.IMPORTED).flatMap(fact -> fact.names().instance());
    if (known.filter(instance::equals).isPresent()) {
      return;
    }
    known.ifPresent(
        other -> {
          throw refused("must be the instance that was imported with this order");
        });
    Late.ended(work)
        .ifPresent(
            why -> {
              throw Late.refused("begin", FIELD, why);
            });
    if (begun(work)) {
      throw Late.refused("begin", FIELD, "the order is being onboarded");
    }
    requireFree(work.id(), instance);
  }

  /** Whether somebody has done something for it, or is at it. */
  private static boolean begun(Ledger.Work work) {
    return !work.notes().used().isEmpty()
        || work.facts().stream().anyMatch(fact -> !BEFORE.contains(fact.kind()));
  }

  private void requireFree(OnboardingId id, InstanceId instance) {
    for (OnboardingId other : ledger.store().find(new LookupKey.ByInstance(instance))) {
      if (Ledger.real(other) && !other.equals(id) && owns(other, instance)) {
        throw refused("belongs to another order already, that of " + other);
      }
    }
  }

  private boolean owns(OnboardingId id, InstanceId instance) {
    return ledger
        .load(id)
        .flatMap(work -> work.state().instance())
        .filter(instance::equals)
        .isPresent();
  }

  private static ConflictException refused(String rule) {
    return ConflictException.ofField("begin", FIELD, rule);
  }
}
