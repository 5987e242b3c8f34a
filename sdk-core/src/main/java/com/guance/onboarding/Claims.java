package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Stores intents: who is at which step, and until when nobody else may be. */
final class Claims {

  private final Ledger ledger;
  private final Supplier<String> owners;
  private final Duration length;

  Claims(Ledger ledger, Supplier<String> owners, Duration length) {
    this.ledger = ledger;
    this.owners = owners;
    this.length = length;
  }

  /** The key of the claim that whoever works on an onboarding holds: a step or a repair. */
  static String onboarding(OnboardingId id) {
    return "onboarding:" + id;
  }

  /**
   * A step that is ours to do until the claims end.
   *
   * @param work the onboarding as it was stored with the claims
   * @param step the step
   * @param tried how many tries went before
   * @param marked the answers that this try was the first to mark as used
   * @param rows the claims, the onboarding's own first
   */
  record Held(Ledger.Work work, Step step, int tried, Set<Field> marked, List<ClaimRow> rows) {

    String owner() {
      return rows.get(0).owner();
    }

    /** Whether other onboardings want the same thing. */
    boolean isShared() {
      return rows.size() > 1;
    }

    private List<ClaimRow> shared() {
      return rows.subList(1, rows.size());
    }
  }

  /**
   * What became of an intent.
   *
   * @param result what the store says
   * @param held the step, when it is ours
   */
  record Attempt(CommitResult result, Optional<Held> held) {}

  Attempt claim(Ledger.Work work, Step step) {
    return store(work, step, rows(work, step, owners.get()), List.of());
  }

  /**
   * Stores what a step has brought together with the intent of the next, under the same owner: one
   * commit where two would do. Nothing is stored if anything is in the way, be it another version,
   * a claim that has been lost meanwhile or one that somebody else holds; the work is spoiled then.
   */
  Optional<Held> handOver(Held done, Ledger.Work work, Step next) {
    List<ClaimRow> rows = rows(work, next, done.owner());
    return apart(done.shared(), rows)
        ? store(work, next, rows, done.shared()).held()
        : Optional.empty();
  }

  private static boolean apart(List<ClaimRow> old, List<ClaimRow> rows) {
    for (ClaimRow one : old) {
      for (ClaimRow row : rows) {
        if (row.key().equals(one.key())) {
          return false;
        }
      }
    }
    return true;
  }

  private List<ClaimRow> rows(Ledger.Work work, Step step, String owner) {
    Instant until = ledger.now().plus(length);
    List<ClaimRow> rows = new ArrayList<>(2);
    rows.add(new ClaimRow(onboarding(work.id()), owner, until));
    step.sharedClaim(work.state()).ifPresent(key -> rows.add(new ClaimRow(key, owner, until)));
    return rows;
  }

  private Attempt store(Ledger.Work work, Step step, List<ClaimRow> rows, List<ClaimRow> back) {
    int tried = work.notes().count(step.name());
    Set<Field> marked = EnumSet.noneOf(Field.class);
    if (step instanceof Step.Changing changing) {
      work.notes().tried(step.name(), Instant.MIN);
      marked.addAll(changing.uses());
      marked.removeAll(work.notes().used());
      work.notes().used().addAll(marked);
    }
    Ledger.Change change = ledger.change(work, Optional.of(rows.get(0).until()));
    change.commit().acquire(rows).release(back);
    Ledger.Saved saved = ledger.save(change);
    return new Attempt(
        saved.result(), saved.work().map(now -> new Held(now, step, tried, marked, rows)));
  }
}
