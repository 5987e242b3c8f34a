package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.CommitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Compares, and records what a repair has read: under a claim, like a step. */
final class Reconciler {

  private final Ledger ledger;
  private final Comparer comparer;
  private final Pace pace;
  private final Supplier<String> owners;

  Reconciler(Ledger ledger, Comparer comparer, Pace pace, Supplier<String> owners) {
    this.ledger = ledger;
    this.comparer = comparer;
    this.pace = pace;
    this.owners = owners;
  }

  /**
   * An onboarding that nobody else may be at.
   *
   * @param work the onboarding as it was stored with the claim
   * @param dueAt when it was due before
   * @param claim the claim
   */
  private record Claimed(Ledger.Work work, Optional<Instant> dueAt, ClaimRow claim) {}

  Reconciliation reconcile(OnboardingId id) {
    Ledger.Work work = subscription(id);
    Instant now = ledger.now();
    if (work.newer()) {
      return refused(work.id(), now, Decider.newerVersion());
    }
    List<Sighting> sightings = comparer.compare(work, ledger::now, Optional.empty());
    return report(work.id(), now, sightings, Set.of()).runningUntil(running(work.id())).build();
  }

  Reconciliation repair(OnboardingId id, Set<String> agreed) {
    while (true) {
      Ledger.Work work = subscription(id);
      Instant now = ledger.now();
      if (work.newer()) {
        return refused(work.id(), now, Decider.newerVersion());
      }
      ClaimRow claim =
          new ClaimRow(Claims.onboarding(work.id()), owners.get(), now.plus(pace.claim()));
      Ledger.Change change = ledger.change(work, Optional.of(claim.until()));
      change.commit().acquire(List.of(claim));
      Ledger.Saved saved = ledger.save(change);
      if (saved.work().isPresent()) {
        return claimed(new Claimed(saved.work().get(), work.dueAt(), claim), agreed);
      }
      CommitResult result = saved.result();
      if (result.status() == CommitResult.Status.CLAIMED) {
        return busy(work.id(), now, result.claim());
      }
    }
  }

  /** A call's deadline is shorter than a claim by a third of it: later looks do not begin. */
  private Reconciliation claimed(Claimed claimed, Set<String> agreed) {
    Ledger.Work work = claimed.work();
    Instant now = ledger.now();
    Instant enough = now.plus(pace.claim().dividedBy(3));
    List<Sighting> sightings = comparer.compare(work, ledger::now, Optional.of(enough));
    List<Mending> told =
        sightings.stream()
            .flatMap(sighting -> sighting.mendings().stream())
            .filter(mending -> mending.possible() && agreed.contains(mending.drift().id()))
            .toList();
    List<Observed> facts = facts(work, now, told);
    if (!save(claimed, told, facts)) {
      return busy(work.id(), now, Optional.empty());
    }
    Set<String> done = new HashSet<>();
    told.forEach(mending -> done.add(mending.drift().id()));
    return report(work.id(), now, sightings, done).notFound(notFound(sightings, agreed)).build();
  }

  private static List<String> notFound(List<Sighting> sightings, Set<String> agreed) {
    Set<String> left = new TreeSet<>(agreed);
    sightings.forEach(
        sighting -> sighting.mendings().forEach(mending -> left.remove(mending.drift().id())));
    return List.copyOf(left);
  }

  private static List<Observed> facts(Ledger.Work work, Instant now, List<Mending> told) {
    StepContext context = StepContext.looking(work.state(), now);
    Map<String, Observed> facts = new LinkedHashMap<>();
    for (Mending mending : told) {
      List<Observed> more = mending.facts().apply(context);
      more.forEach(fact -> facts.putIfAbsent(fact.key(), fact));
      context = context.with(more);
    }
    return List.copyOf(facts.values());
  }

  /**
   * On top of whatever others have recorded meanwhile. A late owner, whose claim somebody has taken
   * over, saves nothing.
   */
  private boolean save(Claimed claimed, List<Mending> told, List<Observed> facts) {
    while (true) {
      Ledger.Work work = ledger.load(claimed.work().id()).orElseThrow();
      told.forEach(mending -> work.notes().used().addAll(mending.uses()));
      // whoever was here meanwhile may have left something to do, and found our claim in the way
      boolean alone = work.version() == claimed.work().version();
      Optional<Instant> next =
          alone && facts.isEmpty() ? claimed.dueAt() : Optional.of(ledger.now());
      Ledger.Change change = ledger.change(work.plus(facts), next);
      change.commit().release(List.of(claimed.claim()));
      CommitResult result = ledger.save(change).result();
      if (result.status() != CommitResult.Status.STALE) {
        return result.stored();
      }
    }
  }

  /** Another line of the same subscription has nothing of its own. */
  private Ledger.Work subscription(OnboardingId id) {
    Ledger.Work work = ledger.existing(id);
    return work.newer()
        ? work
        : AliasLines.aliasOf(work.state()).map(this::subscription).orElse(work);
  }

  private Optional<Instant> running(OnboardingId id) {
    return ledger
        .store()
        .claim(Claims.onboarding(id))
        .map(ClaimRow::until)
        .filter(until -> until.isAfter(ledger.now()));
  }

  private static Reconciliation refused(OnboardingId id, Instant now, Problem problem) {
    return Reconciliation.builder().onboarding(id).at(now).problem(problem).build();
  }

  private static Reconciliation busy(OnboardingId id, Instant now, Optional<ClaimRow> claim) {
    return Reconciliation.builder()
        .onboarding(id)
        .at(now)
        .runningUntil(claim.map(ClaimRow::until))
        .problem(
            new Problem(
                "BUSY",
                new Problem.What(Optional.empty(), "a step or another repair is running"),
                Problem.Mender.NOBODY,
                "Compare again when it has ended."))
        .build();
  }

  private static Reconciliation.Builder report(
      OnboardingId id, Instant now, List<Sighting> sightings, Set<String> done) {
    Reconciliation.Builder report = Reconciliation.builder().onboarding(id).at(now);
    for (Sighting sighting : sightings) {
      List<Drift> left = new ArrayList<>();
      for (Mending mending : sighting.mendings()) {
        if (done.contains(mending.drift().id())) {
          report.addRepaired(mending.drift());
        } else {
          left.add(mending.drift());
        }
      }
      report.addAllDrifts(left);
      boolean mended = left.isEmpty() && !sighting.mendings().isEmpty();
      report.addComparisons((mended ? sighting.mended() : sighting).comparison());
    }
    return report;
  }
}
