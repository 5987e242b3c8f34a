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

  FactCodec codec() {
    return codec;
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
      OnboardingId id, long version, Notes notes, List<Observed> facts, Optional<Instant> dueAt) {

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
    return load(id).orElseGet(() -> new Work(id, 0, Notes.fresh(), List.of(), Optional.empty()));
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
    Commit.Builder commit = Commit.builder().now(now).id(work.id()).expectedVersion(work.version());
    Set<LookupKey> keys = new LinkedHashSet<>();
    for (Observed fact : facts) {
      commit.addFacts(codec.encode(work.id(), fact));
      keys.addAll(fact.names().keys());
    }
    return commit.keys(keys).snapshot(snapshot(work, facts, dueAt, now));
  }

  private SnapshotRow snapshot(
      Work work, List<Observed> facts, Optional<Instant> dueAt, Instant now) {
    Outcome outcome = work.notes().outcome();
    return SnapshotRow.builder()
        .id(work.id())
        .version(work.version() + 1)
        .stage(latestKind(work, facts))
        .outcome(real(work.id()) ? outcome.name() : "PARKED")
        .dueAt(outcome == Outcome.WAITING && real(work.id()) ? dueAt : Optional.empty())
        .changedAt(now)
        .body(work.notes().encode())
        .build();
  }

  /** What lists show; the stage itself is worked out from the facts when it is asked for. */
  private static String latestKind(Work work, List<Observed> facts) {
    List<Observed> latest = facts.isEmpty() ? work.facts() : facts;
    return latest.isEmpty() ? "NONE" : latest.get(latest.size() - 1).kind().name();
  }

  CommitResult commit(Commit.Builder commit) {
    return store.commit(commit.build());
  }
}
