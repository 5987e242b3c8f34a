package com.guance.onboarding;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes onboardings in a store: the one place that knows both rows and facts. */
final class Ledger {

  /** Facts for nobody yet are kept under names that begin like this. */
  static final String PARKED = "parked-";

  /** Orders that only test the connection are kept under names that begin like this. */
  static final String TEST = "test-";

  private final OnboardingStore store;
  private final FactCodec codec;
  private final Clock clock;

  Ledger(OnboardingStore store, FactCodec codec, Clock clock) {
    this.store = store;
    this.codec = codec;
    this.clock = clock;
  }

  OnboardingStore store() {
    return store;
  }

  Instant now() {
    return clock.instant();
  }

  static boolean real(OnboardingId id) {
    return !id.value().startsWith(PARKED) && !id.value().startsWith(TEST);
  }

  /**
   * An onboarding as it was read.
   *
   * @param version the version that was read; 0 when there is none yet
   * @param notes the flow's notes
   * @param facts the facts
   * @param dueAt when it is due
   */
  record Work(
      OnboardingId id,
      long version,
      Notes notes,
      List<Observed> facts,
      Optional<Instant> dueAt) {

    FlowState state() {
      return FlowState.of(id, facts);
    }

    boolean holds(Observed fact) {
      return facts.stream().anyMatch(known -> known.key().equals(fact.key()));
    }
  }

  Optional<Work> load(OnboardingId id) {
    return store.load(id).map(row -> work(id, row));
  }

  Work loadOrNew(OnboardingId id) {
    return load(id)
        .orElseGet(() -> new Work(id, 0, Notes.fresh(), List.of(), Optional.empty()));
  }

  private Work work(OnboardingId id, SnapshotRow row) {
    return new Work(id, row.version(), Notes.decode(row.body()), facts(id), row.dueAt());
  }

  List<Observed> facts(OnboardingId id) {
    List<FactRow> rows = store.facts(id);
    List<Observed> facts = new ArrayList<>(rows.size());
    for (FactRow row : rows) {
      facts.add(codec.decode(id, row));
    }
    return facts;
  }

  /**
   * Starts a commit that appends facts to what was read and replaces the notes.
   *
   * @param work what was read
   * @param facts what is new
   * @param dueAt when the onboarding is to be advanced next
   */
  Commit.Builder next(Work work, List<Observed> facts, Optional<Instant> dueAt) {
    Instant now = now();
    Commit.Builder commit =
        Commit.builder().now(now).id(work.id()).expectedVersion(work.version());
    Set<LookupKey> keys = new LinkedHashSet<>();
    for (Observed fact : facts) {
      commit.addFacts(codec.encode(work.id(), fact));
      keys.addAll(fact.names().keys());
    }
    List<Observed> all = new ArrayList<>(work.facts());
    all.addAll(facts);
    adopt(work, keys, all, commit);
    return commit.keys(keys).snapshot(snapshot(work, all, dueAt, now));
  }

  private SnapshotRow snapshot(
      Work work, List<Observed> all, Optional<Instant> dueAt, Instant now) {
    Outcome outcome = work.notes().outcome();
    return SnapshotRow.builder()
        .id(work.id())
        .version(work.version() + 1)
        .stage(stage(work.id(), all))
        .outcome(real(work.id()) ? outcome.name() : "PARKED")
        .dueAt(outcome == Outcome.WAITING && real(work.id()) ? dueAt : Optional.empty())
        .changedAt(now)
        .body(work.notes().encode())
        .build();
  }

  /** A rough stage for lists; the exact one is worked out from the facts when it is asked for. */
  private static String stage(OnboardingId id, List<Observed> all) {
    return all.isEmpty() || !real(id) ? "NONE" : all.get(all.size() - 1).kind().name();
  }

  /** Facts that waited for somebody to fit them come along with the names they waited under. */
  private void adopt(
      Work work, Set<LookupKey> keys, List<Observed> all, Commit.Builder commit) {
    if (!real(work.id())) {
      return;
    }
    Set<LookupKey> names = new LinkedHashSet<>(keys);
    for (LookupKey key : names) {
      if (!(key instanceof LookupKey.ByInstance || key instanceof LookupKey.ByOrderId)) {
        continue;
      }
      for (OnboardingId parked : store.find(key)) {
        if (parked.value().startsWith(PARKED)) {
          for (Observed fact : facts(parked)) {
            commit.addFacts(codec.encode(work.id(), fact));
            keys.addAll(fact.names().keys());
            all.add(fact);
          }
          commit.addAdopted(parked);
        }
      }
    }
  }

  CommitResult commit(Commit.Builder commit) {
    return store.commit(commit.build());
  }
}
