package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.NonceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes callbacks in: finds whom they are about, or parks them until somebody fits. */
final class Inbox implements FactInbox {

  private final Ledger ledger;
  private final Outbox outbox;
  private final Lane lane;
  private final Addressees addressees;
  private final Adoption adoption;

  Inbox(Ledger ledger, Outbox outbox, Lane lane) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.lane = lane;
    this.addressees = new Addressees(ledger, lane);
    this.adoption = new Adoption(ledger, outbox, lane);
  }

  @Override
  public FactInbox tests() {
    return lane == Lane.TEST ? this : new Inbox(ledger, outbox, Lane.TEST);
  }

  /**
   * An order line as it was read.
   *
   * @param order the line
   * @param work its onboarding, which may not be there yet
   */
  private record SeenLine(OrderKey order, Ledger.Work work) implements Line {

    @Override
    public OnboardingId id() {
      return work.id();
    }

    @Override
    public Optional<InstanceId> instance() {
      return work.state().instance();
    }
  }

  @Override
  public Line line(OrderKey order) {
    return new SeenLine(order, ledger.loadOrNew(lane.of(order)));
  }

  @Override
  public Received receive(Line line, Function<Optional<InstanceId>, Incoming> incoming) {
    SeenLine seen = (SeenLine) line;
    Names names = Names.builder().order(seen.order()).build();
    return receive(names, incoming, Optional.of(seen.work()));
  }

  @Override
  public Received receive(Names names, Function<Optional<InstanceId>, Incoming> incoming) {
    return receive(names, incoming, Optional.empty());
  }

  private Received receive(
      Names names, Function<Optional<InstanceId>, Incoming> incoming, Optional<Ledger.Work> read) {
    Set<OnboardingId> done = new LinkedHashSet<>();
    Optional<Incoming> stored = Optional.empty();
    Optional<Ledger.Work> seen = read;
    while (true) {
      Set<OnboardingId> reached = new LinkedHashSet<>();
      for (Addressee named : addressees(names, incoming, seen)) {
        Incoming what = incoming.apply(named.line().state().instance());
        Ledger.Work work = opens(what) ? named.line() : named.subscription();
        OnboardingId target = work.id();
        reached.add(target);
        if (done.contains(target)) {
          continue;
        }
        CommitResult result = commit(work, what, done.isEmpty());
        if (result.status() == CommitResult.Status.NONCE_KNOWN) {
          return new Received(List.of(), Optional.empty(), result.nonce());
        }
        if (result.stored()) {
          settle(target, names, what, named.sure());
          stored = stored.isPresent() ? stored : Optional.of(what);
          done.add(target);
        }
      }
      seen = Optional.empty();
      if (done.containsAll(reached)) {
        return new Received(touched(names, List.copyOf(reached)), stored, Optional.empty());
      }
    }
  }

  @Override
  public List<OnboardingId> whose(Names names) {
    return addressees.known(names, Optional.empty()).stream().map(Addressee::id).toList();
  }

  @Override
  public Instant now() {
    return ledger.now();
  }

  @Override
  public Optional<NonceRow> remember(NonceRow nonce) {
    return ledger.commit(Commit.builder().now(ledger.now()).addNonces(nonce)).nonce();
  }

  private List<OnboardingId> touched(Names names, List<OnboardingId> targets) {
    if (lane == Lane.TEST) {
      return List.of();
    }
    return targets.stream()
        .flatMap(id -> lane.holds(id) ? List.of(id).stream() : whose(names).stream())
        .distinct()
        .toList();
  }

  private void settle(OnboardingId target, Names names, Incoming what, boolean sure) {
    if (lane == Lane.TEST) {
      return;
    }
    if (!lane.holds(target)) {
      whose(names).forEach(id -> adopt(id, names.keys()));
    } else if (opens(what) || !sure) {
      Set<LookupKey> all = new LinkedHashSet<>(names.keys());
      all.addAll(Adoption.keys(what.facts()));
      adopt(target, List.copyOf(all));
    } else {
      adopt(target, Adoption.applications(what.facts()));
    }
  }

  private CommitResult commit(Ledger.Work work, Incoming what, boolean first) {
    List<Observed> facts = new ArrayList<>(what.facts().size() + 1);
    for (Observed shown : what.facts()) {
      Observed fact = received(work, shown);
      if (fact.kind() == FactKind.INSTANCE_OPENED) {
        Observed ordered = ordered(fact.names().order().orElseThrow(), Source.CALLBACK);
        if (!work.holds(ordered)) {
          facts.add(ordered);
        }
      }
      if (!work.holds(fact) && facts.stream().noneMatch(one -> one.key().equals(fact.key()))) {
        facts.add(fact);
      }
    }
    if (facts.isEmpty() && (what.nonce().isEmpty() || !first)) {
      return CommitResult.stored(Set.of());
    }
    Ledger.Change change =
        ledger.change(work.plus(facts), facts.isEmpty() ? work.dueAt() : Optional.of(ledger.now()));
    if (first) {
      what.nonce().ifPresent(change.commit()::addNonces);
    }
    if (lane == Lane.REAL) {
      AliasLines.tell(outbox, change.commit(), work.id(), facts);
      if (first) {
        what.staff().ifPresent(list -> outbox.staff(change.commit(), work.id(), list));
      }
    }
    return ledger.save(change).result();
  }

  /** Rehearsals are repeated for ever and must not pile up, so they take no turns. */
  private Observed received(Ledger.Work work, Observed fact) {
    return fact.kind() == FactKind.STATUS && lane == Lane.REAL
        ? StatusTurns.received(work.state(), fact)
        : fact;
  }

  /** Whom the names mean; a purchase opens its own, and what fits nobody is parked. */
  private List<Addressee> addressees(
      Names names, Function<Optional<InstanceId>, Incoming> incoming, Optional<Ledger.Work> seen) {
    if (names.order().isPresent() && opens(incoming.apply(Optional.empty()))) {
      return List.of(addressees.line(names.order().get(), seen));
    }
    List<Addressee> known = addressees.known(names, seen);
    return known.isEmpty() ? List.of(addressees.parked(names)) : known;
  }

  private static boolean opens(Incoming incoming) {
    return incoming.facts().stream().anyMatch(fact -> fact.kind() == FactKind.INSTANCE_OPENED);
  }

  static Observed ordered(OrderKey order, Source source) {
    return Observed.of(FactKind.ORDERED, source)
        .names(Names.builder().order(order).build())
        .build();
  }

  void adopt(OnboardingId id, List<LookupKey> keys) {
    adoption.adopt(id, keys);
  }
}
