package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines of an on-demand order that belong to another line's subscription. KooGallery goes on to
 * name their instances, so what it says there is kept with that subscription.
 */
final class AliasLines {

  /** What a line keeps: it is how KooGallery and the partner know it. */
  private static final Set<FactKind> OWN = Set.of(FactKind.ORDERED, FactKind.INSTANCE_OPENED);

  private static final Set<FactKind> SUBSCRIPTION =
      Set.of(FactKind.STATUS, FactKind.EXPIRY, FactKind.SUBSCRIPTION_CHANGED, FactKind.RELEASED);

  /** How often a line looks whether its subscription is still there. */
  static final Duration LOOK_EVERY = Duration.ofDays(30);

  private final Ledger ledger;
  private final Outbox outbox;

  AliasLines(Ledger ledger, Outbox outbox) {
    this.ledger = ledger;
    this.outbox = outbox;
  }

  /** The onboarding of the subscription that a line belongs to, if it is another's. */
  static Optional<OnboardingId> aliasOf(FlowState state) {
    return state
        .latest(FactKind.ALIAS_OF)
        .flatMap(fact -> fact.value(Detail.ORDER))
        .map(OnboardingId::new);
  }

  /**
   * The work itself, or that on the subscription which the line belongs to; empty when that has
   * been pruned, for then the line is as good as pruned, too.
   */
  static Optional<Ledger.Work> followed(Ledger ledger, Ledger.Work work) {
    Optional<OnboardingId> subscription = aliasOf(work.state());
    return subscription.isEmpty()
        ? Optional.of(work)
        : ledger.load(subscription.get()).flatMap(next -> followed(ledger, next));
  }

  /** The subscription which a line belongs to, by its name alone: neither needs to be there. */
  static OnboardingId subscription(Ledger ledger, OnboardingId line) {
    return ledger
        .load(line)
        .flatMap(work -> aliasOf(work.state()))
        .map(next -> subscription(ledger, next))
        .orElse(line);
  }

  /** What became of handing over. */
  enum HandOver {
    DONE,
    /** It takes the newer version that has written some of it. */
    LEFT_TO_NEWER_VERSION,
    /** The subscription has been pruned. */
    GONE
  }

  /** Hands over what was said of the line while nobody knew that it belongs to another one. */
  HandOver handOver(Ledger.Work line, OnboardingId subscription) {
    while (true) {
      Optional<Ledger.Work> there = ledger.load(subscription);
      if (there.isEmpty()) {
        return HandOver.GONE;
      }
      Ledger.Work work = there.get();
      List<Observed> facts =
          line.facts().stream()
              .filter(fact -> fact.source() == Source.CALLBACK && !OWN.contains(fact.kind()))
              .filter(fact -> !work.holds(fact))
              .toList();
      if (facts.isEmpty()) {
        return HandOver.DONE;
      } else if (!whole(line.id(), facts)) {
        return HandOver.LEFT_TO_NEWER_VERSION;
      }
      Ledger.Change change = ledger.change(work.plus(facts), Optional.of(ledger.now()));
      tell(outbox, change.commit(), work.id(), facts);
      if (ledger.save(change).stored()) {
        return HandOver.DONE;
      }
    }
  }

  /** A line has nothing to do but to see now and then whether its subscription is still there. */
  void park(Ledger.Work work) {
    Instant now = ledger.now();
    if (work.dueAt().filter(now::isBefore).isEmpty()) {
      ledger.save(ledger.change(work, Optional.of(now.plus(LOOK_EVERY))));
    }
  }

  /** Ends a line whose subscription has been pruned, as of long ago: the next pruning takes it. */
  void end(OnboardingId line) {
    boolean done = false;
    while (!done) {
      Optional<Ledger.Work> work = ledger.load(line);
      done =
          work.isEmpty()
              || work.get().notes().outcome() == Outcome.ABANDONED
              || ledger.save(ended(work.get())).stored();
    }
  }

  private Ledger.Change ended(Ledger.Work work) {
    work.notes().outcome(Outcome.ABANDONED);
    work.notes().keepTold(List.of());
    Ledger.Change change = ledger.change(work, Optional.empty());
    SnapshotRow row = change.commit().build().snapshot().orElseThrow();
    change.commit().snapshot(SnapshotRow.builder().from(row).changedAt(Instant.EPOCH).build());
    return change;
  }

  private boolean whole(OnboardingId line, List<Observed> facts) {
    Set<String> keys = facts.stream().map(Observed::key).collect(Collectors.toSet());
    return ledger.store().facts(line).stream()
        .filter(row -> keys.contains(ledger.codec().decode(line, row).key()))
        .allMatch(row -> ledger.codec().whole(line, row));
  }

  /** Lets the listeners hear of the facts that change a subscription. */
  static void tell(Outbox outbox, Commit.Builder commit, OnboardingId id, List<Observed> facts) {
    facts.stream()
        .filter(fact -> SUBSCRIPTION.contains(fact.kind()))
        .forEach(fact -> outbox.subscriptionChanged(commit, id, fact.key()));
  }
}
