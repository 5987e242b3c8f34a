package com.guance.onboarding;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Finds whom names mean. What the caller has read already is not read again. */
final class Addressees {

  private final Ledger ledger;
  private final Lane lane;

  Addressees(Ledger ledger, Lane lane) {
    this.ledger = ledger;
    this.lane = lane;
  }

  /** The line of an order, which need not be there yet. */
  Addressee line(OrderKey order, Optional<Ledger.Work> seen) {
    OnboardingId id = lane.of(order);
    return addressee(read(id, seen).orElseGet(() -> ledger.loadOrNew(id)));
  }

  /** Where what fits nobody waits. */
  Addressee parked(Names names) {
    return addressee(ledger.loadOrNew(lane.parked(names)));
  }

  private Addressee addressee(Ledger.Work work) {
    return new Addressee(work, AliasLines.followed(ledger, work).orElse(work), true);
  }

  /**
   * Those who are there already, by the surest name that somebody is known by.
   *
   * @throws IllegalArgumentException if the names are those of an onboarding that is not there
   */
  List<Addressee> known(Names names, Optional<Ledger.Work> seen) {
    if (names.onboarding().isPresent()) {
      OnboardingId id = names.onboarding().get();
      Optional<Addressee> one = lane.holds(id) ? addressee(id, seen, true) : Optional.empty();
      return List.of(one.orElseThrow(() -> Ledger.missing(id)));
    }
    boolean sure = true;
    for (LookupKey key : names.keys()) {
      List<Addressee> known = knownBy(key, names, seen, sure);
      if (!known.isEmpty()) {
        return known;
      }
      sure = false;
    }
    return List.of();
  }

  private List<Addressee> knownBy(
      LookupKey key, Names names, Optional<Ledger.Work> seen, boolean sure) {
    List<Addressee> known = new ArrayList<>();
    for (OnboardingId id : new LinkedHashSet<>(ledger.store().find(key))) {
      Optional<Addressee> one = lane.holds(id) ? addressee(id, seen, sure) : Optional.empty();
      if (one.isPresent()
          && (key instanceof LookupKey.ByInstance
              || !Adoption.hasAnother(one.get().line().state(), names))) {
        known.add(one.get());
      }
    }
    return known;
  }

  private Optional<Addressee> addressee(OnboardingId id, Optional<Ledger.Work> seen, boolean sure) {
    return read(id, seen)
        .flatMap(
            line ->
                AliasLines.followed(ledger, line)
                    .map(subscription -> new Addressee(line, subscription, sure)));
  }

  private Optional<Ledger.Work> read(OnboardingId id, Optional<Ledger.Work> seen) {
    return seen.filter(one -> one.id().equals(id)).or(() -> ledger.load(id));
  }
}
