package com.guance.onboarding;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes onboardings in a store: the one place that knows both rows and facts. */
final class Ledger {

  /** Facts for nobody yet are kept under names that begin like this. */
  static final String PARKED = "parked-";

  /** Orders that only test the connection are kept under names that begin like this. */
  static final String TEST = "test-";

  private final OnboardingStore store;
  private final FactCodec codec;
  private final Clock clock;
  private final RecentStates recent = new RecentStates();

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

  Clock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  static boolean real(OnboardingId id) {
    return !id.value().startsWith(PARKED) && !id.value().startsWith(TEST);
  }

  /**
   * An onboarding as it was read, and what is to be added to it.
   *
   * @param version the version that was read; 0 when there is none yet
   * @param dueAt when it is due
   * @param notes the flow's notes; whoever prepares a commit changes them in place
   * @param state what the facts add up to, those included that are not stored yet
   * @param fresh the facts that are not stored yet
   */
  record Work(
      long version, Optional<Instant> dueAt, Notes notes, FlowState state, List<Observed> fresh) {

    OnboardingId id() {
      return state.id();
    }

    List<Observed> facts() {
      return state.facts();
    }

    /** Whether a newer version has written something of it, so that this one leaves it alone. */
    boolean newer() {
      return Decider.writtenByNewerVersion(state, notes);
    }

    boolean holds(Observed fact) {
      return state.holds(fact);
    }

    /** Adds facts that the next commit is to store; those that are there already add nothing. */
    Work plus(List<Observed> more) {
      List<Observed> added = new ArrayList<>(fresh);
      for (Observed fact : more) {
        if (!holds(fact)) {
          added.add(FactCodec.asRead(id(), fact));
        }
      }
      return added.size() == fresh.size()
          ? this
          : new Work(
              version, dueAt, notes, state.with(added.subList(fresh.size(), added.size())), added);
    }
  }

  Optional<Work> load(OnboardingId id) {
    return store.load(id).map(row -> work(id, row));
  }

  /** One that must be there, because the caller has been given its name. */
  Work existing(OnboardingId id) {
    return onboarding(id).orElseThrow(() -> missing(id));
  }

  /** An onboarding of a customer; what is parked and what only tests the connection is none. */
  Optional<Work> onboarding(OnboardingId id) {
    return real(id) ? load(id) : Optional.empty();
  }

  static IllegalArgumentException missing(OnboardingId id) {
    return new IllegalArgumentException("there is no onboarding " + id);
  }

  Work loadOrNew(OnboardingId id) {
    return load(id)
        .orElseGet(
            () ->
                new Work(
                    0, Optional.empty(), Notes.fresh(), FlowState.of(id, List.of()), List.of()));
  }

  private Work work(OnboardingId id, SnapshotRow row) {
    FlowState state =
        recent.find(row).orElseGet(() -> recent.keep(row, FlowState.of(id, facts(id))));
    return new Work(row.version(), row.dueAt(), NotesCodec.decode(row), state, List.of());
  }

  List<Observed> facts(OnboardingId id) {
    return facts(id, store.facts(id));
  }

  List<Observed> facts(OnboardingId id, List<FactRow> rows) {
    List<Observed> facts = new ArrayList<>(rows.size());
    for (FactRow row : rows) {
      facts.add(codec.decode(id, row));
    }
    return facts;
  }

  /**
   * A change that is being prepared.
   *
   * @param work the onboarding as it is to be
   * @param commit what is to be stored, to be completed with claims, events and the like
   */
  record Change(Work work, Commit.Builder commit) {}

  /**
   * Prepares to store the facts that are not stored yet, and the notes.
   *
   * @param work what was read, and what is new
   * @param dueAt when the onboarding is to be advanced next
   */
  Change change(Work work, Optional<Instant> dueAt) {
    Instant now = now();
    Commit.Builder commit = Commit.builder().now(now).id(work.id()).expectedVersion(work.version());
    for (Observed fact : work.fresh()) {
      commit.addFacts(codec.encode(work.id(), fact)).addAllKeys(fact.names().keys());
    }
    return new Change(work, commit.snapshot(snapshot(work, dueAt, now)));
  }

  /**
   * Lets a change take over what was parked. A row that was named under another key of the ring
   * keeps its name, or the store would miss it.
   */
  void adopt(Change change, OnboardingId parked, List<FactRow> rows) {
    Map<String, FactRow> all = new LinkedHashMap<>();
    change.commit().build().facts().forEach(row -> all.put(row.key(), row));
    for (FactRow row : rows) {
      if (!all.containsKey(row.key())) {
        Observed fact = codec.decode(parked, row);
        all.remove(codec.key(fact));
        all.put(row.key(), codec.encode(change.work().id(), fact, row.key()));
      }
    }
    change.commit().facts(all.values()).addAdopted(parked);
  }

  private SnapshotRow snapshot(Work work, Optional<Instant> dueAt, Instant now) {
    boolean goesOn = work.newer() || work.notes().outcome() == Outcome.WAITING;
    return SnapshotRow.builder()
        .id(work.id())
        .version(work.version() + 1)
        .stage(latestKind(work))
        .outcome(real(work.id()) ? work.notes().outcomeName() : "PARKED")
        .dueAt(goesOn && real(work.id()) ? dueAt : Optional.empty())
        .changedAt(now)
        .body(NotesCodec.encode(work.notes()))
        .build();
  }

  /** What lists show; the stage itself is worked out from the facts when it is asked for. */
  private static String latestKind(Work work) {
    List<Observed> facts = work.facts();
    return facts.isEmpty() ? "NONE" : facts.get(facts.size() - 1).kind().name();
  }

  CommitResult commit(Commit.Builder commit) {
    return store.commit(commit.build());
  }

  /**
   * What became of a commit.
   *
   * @param result what the store says
   * @param work the onboarding as it is now, if the commit was stored
   */
  record Saved(CommitResult result, Optional<Work> work) {

    boolean stored() {
      return result.stored();
    }
  }

  /**
   * Stores a change and tells what the onboarding has become. Nobody needs to read it again: a
   * commit that is stored has met the very version that was read.
   */
  Saved save(Change change) {
    Commit commit = change.commit().build();
    CommitResult result = store.commit(commit);
    return new Saved(
        result,
        result.stored() ? Optional.of(after(change.work(), commit, result)) : Optional.empty());
  }

  private Work after(Work work, Commit commit, CommitResult result) {
    for (FactRow fact : commit.facts()) {
      if (!result.newFacts().contains(fact.key())) {
        // the store keeps it under another key than ours, or had it: what it has is what counts
        return load(work.id()).orElseThrow();
      }
    }
    SnapshotRow row = commit.snapshot().orElseThrow();
    return new Work(
        row.version(), row.dueAt(), work.notes(), recent.keep(row, work.state()), List.of());
  }
}
