package com.guance.onboarding;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.FactRow;
import java.util.List;
import java.util.Optional;

/**
 * Facts that waited for somebody to fit them come along. Both sides look after they have written,
 * so that one of them sees the other.
 */
final class Adoption {

  private final Ledger ledger;
  private final Outbox outbox;
  private final Lane lane;

  Adoption(Ledger ledger, Outbox outbox, Lane lane) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.lane = lane;
  }

  void adopt(OnboardingId id, List<LookupKey> keys) {
    List<LookupKey> own = keys.stream().filter(Adoption::belongsToOne).toList();
    if (lane.holds(id) && !own.isEmpty()) {
      for (OnboardingId parked : ledger.store().findAny(own)) {
        if (parked.value().startsWith(Ledger.PARKED)) {
          adopt(id, parked);
        }
      }
    }
  }

  private static boolean belongsToOne(LookupKey key) {
    return !(key instanceof LookupKey.ByTenant) && !(key instanceof LookupKey.ByAccount);
  }

  private void adopt(OnboardingId id, OnboardingId parked) {
    while (true) {
      List<FactRow> rows = ledger.store().facts(parked);
      List<Observed> facts = ledger.facts(parked, rows);
      Ledger.Work work = ledger.loadOrNew(id);
      if (rows.isEmpty() || !fit(work.state(), facts) || !whole(parked, rows)) {
        return;
      }
      Ledger.Work more = work.plus(facts);
      Ledger.Change change = ledger.change(more, Optional.of(ledger.now()));
      ledger.adopt(change, parked, rows);
      AliasLines.tell(outbox, change.commit(), id, more.fresh());
      if (ledger.save(change).stored()) {
        adopt(id, applications(facts));
        return;
      }
    }
  }

  private static boolean fit(FlowState state, List<Observed> facts) {
    return facts.stream().noneMatch(fact -> hasAnother(state, fact.names()));
  }

  /** What a newer version has parked waits for that version: nobody else can copy it whole. */
  private boolean whole(OnboardingId parked, List<FactRow> rows) {
    return rows.stream().allMatch(row -> ledger.codec().whole(parked, row));
  }

  /** Whether an onboarding has an instance already, and it is not the one that is named. */
  static boolean hasAnother(FlowState state, Names names) {
    return names.instance().isPresent()
        && state.instance().filter(own -> !own.equals(names.instance().get())).isPresent();
  }

  /** A sign-in names tenant and application, and may come before anybody is known by them. */
  static List<LookupKey> applications(List<Observed> facts) {
    return keys(facts).stream().filter(LookupKey.ByTenantApp.class::isInstance).toList();
  }

  static List<LookupKey> keys(List<Observed> facts) {
    return facts.stream().flatMap(fact -> fact.names().keys().stream()).distinct().toList();
  }
}
