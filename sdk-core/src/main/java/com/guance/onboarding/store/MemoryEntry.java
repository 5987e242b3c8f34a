package com.guance.onboarding.store;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One onboarding in memory, packed: a parked one is to cost little more than its texts. */
final class MemoryEntry {

  static final Comparator<MemoryEntry> OLDEST_FIRST = Comparator.comparingLong(one -> one.order);

  static final Comparator<MemoryEntry> LONGEST_DUE_FIRST =
      Comparator.<MemoryEntry>comparingLong(one -> one.dueAt).thenComparing(OLDEST_FIRST);

  private static final long NEVER = Long.MAX_VALUE;
  private static final String[] NO_KEYS = {};

  private final OnboardingId id;
  private final long order;
  private long version;
  private long dueAt = NEVER;
  private long changedAt;
  private String stage = "";
  private String outcome = CommitRules.PARKED;
  private byte[] body = {};
  private byte[][] facts = PackedFacts.NONE;
  private String[] keys = NO_KEYS;

  MemoryEntry(OnboardingId id, long order, Instant now) {
    this.id = id;
    this.order = order;
    this.changedAt = EpochMillis.of(now);
  }

  OnboardingId id() {
    return id;
  }

  long version() {
    return version;
  }

  boolean isDue() {
    return dueAt != NEVER;
  }

  boolean isDue(long until) {
    return dueAt <= until;
  }

  boolean prunable(long parkedBefore, long endedBefore) {
    return outcome.equals(CommitRules.PARKED)
        ? changedAt < parkedBefore
        : changedAt < endedBefore && CommitRules.ENDED.contains(outcome);
  }

  /** Puts a snapshot in the place of the one that is there; the two words are kept as given. */
  void replace(SnapshotRow row, String sharedStage, String sharedOutcome) {
    version = row.version();
    dueAt = row.dueAt().map(EpochMillis::of).orElse(NEVER);
    changedAt = EpochMillis.of(row.changedAt());
    stage = sharedStage;
    outcome = sharedOutcome;
    body = row.body().getBytes(StandardCharsets.UTF_8);
  }

  Optional<SnapshotRow> snapshot() {
    if (version == 0) {
      return Optional.empty();
    }
    SnapshotRow.Builder row =
        SnapshotRow.builder()
            .id(id)
            .version(version)
            .stage(stage)
            .outcome(outcome)
            .changedAt(Instant.ofEpochMilli(changedAt))
            .body(new String(body, StandardCharsets.UTF_8));
    if (isDue()) {
      row.dueAt(Instant.ofEpochMilli(dueAt));
    }
    return Optional.of(row.build());
  }

  List<FactRow> facts() {
    return PackedFacts.unpack(facts);
  }

  boolean holds(FactRow fact) {
    return PackedFacts.contains(facts, fact.key());
  }

  Set<String> factKeys() {
    return PackedFacts.keys(facts);
  }

  void append(List<FactRow> fresh) {
    facts = PackedFacts.append(facts, fresh);
  }

  /** Notes when facts came that have no snapshot to say so. */
  void touch(Instant now) {
    if (version == 0) {
      changedAt = EpochMillis.of(now);
    }
  }

  /** Adds a name; false when it was there. */
  boolean addKey(String key) {
    for (String known : keys) {
      if (known.equals(key)) {
        return false;
      }
    }
    keys = Arrays.copyOf(keys, keys.length + 1);
    keys[keys.length - 1] = key;
    return true;
  }

  List<String> keys() {
    return List.of(keys);
  }
}
