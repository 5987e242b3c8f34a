package com.guance.onboarding.store;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.SnapshotRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Onboardings in memory, by id, by name and by due time; used under the store's lock. */
final class MemoryTable {

  private static final MemoryEntry[] NOBODY = {};

  private final Map<OnboardingId, MemoryEntry> entries = new HashMap<>();
  private final Map<String, MemoryEntry[]> names = new HashMap<>();
  private final NavigableSet<MemoryEntry> due = new TreeSet<>(MemoryEntry.LONGEST_DUE_FIRST);
  private final Map<String, String> words = new HashMap<>();
  private long order;

  Optional<MemoryEntry> entry(OnboardingId id) {
    return Optional.ofNullable(entries.get(id));
  }

  Optional<CommitResult> refuse(Commit commit) {
    Optional<MemoryEntry> entry = commit.id().flatMap(this::entry);
    long version = entry.map(MemoryEntry::version).orElse(0L);
    if (commit.snapshot().isPresent() && version != commit.expectedVersion()) {
      return Optional.of(CommitResult.stale());
    }
    if (!commit.adopted().isEmpty()) {
      Set<String> held = new HashSet<>(entry.map(MemoryEntry::factKeys).orElse(Set.of()));
      commit.facts().forEach(fact -> held.add(fact.key()));
      for (OnboardingId parked : commit.adopted()) {
        if (entry(parked).filter(one -> !held.containsAll(one.factKeys())).isPresent()) {
          return Optional.of(CommitResult.stale());
        }
      }
    }
    return Optional.empty();
  }

  /** Stores what belongs to the onboarding and tells which facts were new. */
  Set<String> store(Commit commit) {
    Set<String> fresh = Set.of();
    if (commit.snapshot().isPresent() || !commit.facts().isEmpty() || !commit.keys().isEmpty()) {
      MemoryEntry entry =
          entries.computeIfAbsent(
              commit.id().orElseThrow(), id -> new MemoryEntry(id, order++, commit.now()));
      commit.snapshot().ifPresent(row -> replace(entry, row));
      fresh = append(entry, commit.facts());
      entry.touch(commit.now());
      for (LookupKey key : commit.keys()) {
        name(entry, key);
      }
    }
    commit.adopted().forEach(this::remove);
    return fresh;
  }

  private void replace(MemoryEntry entry, SnapshotRow row) {
    if (entry.isDue()) {
      due.remove(entry);
    }
    entry.replace(row, shared(row.stage()), shared(row.outcome()));
    if (entry.isDue()) {
      due.add(entry);
    }
  }

  /** A few words stand for all onboardings: each is kept once. */
  private String shared(String word) {
    String known = words.putIfAbsent(word, word);
    return known == null ? word : known;
  }

  private static Set<String> append(MemoryEntry entry, List<FactRow> facts) {
    List<FactRow> missing = new ArrayList<>(facts.size());
    for (FactRow fact : facts) {
      if (!entry.holds(fact)) {
        missing.add(fact);
      }
    }
    if (missing.isEmpty()) {
      return Set.of();
    }
    entry.append(missing);
    String[] fresh = new String[missing.size()];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = missing.get(i).key();
    }
    return Set.of(fresh); // no key stands twice in a commit
  }

  private void name(MemoryEntry entry, LookupKey key) {
    String text = StorableText.of(key.text());
    if (entry.addKey(text)) {
      MemoryEntry[] after = grown(names.getOrDefault(text, NOBODY));
      after[after.length - 1] = entry;
      names.put(text, after);
    }
  }

  private static MemoryEntry[] grown(MemoryEntry[] before) {
    return Arrays.copyOf(before, before.length + 1);
  }

  private void remove(OnboardingId id) {
    MemoryEntry entry = entries.remove(id);
    if (entry != null) {
      if (entry.isDue()) {
        due.remove(entry);
      }
      for (String key : entry.keys()) {
        names.computeIfPresent(
            key,
            (text, before) -> {
              MemoryEntry[] after =
                  Arrays.stream(before).filter(one -> one != entry).toArray(MemoryEntry[]::new);
              return after.length == 0 ? null : after;
            });
      }
    }
  }

  List<OnboardingId> findAny(List<LookupKey> keys) {
    Set<MemoryEntry> found = new TreeSet<>(MemoryEntry.OLDEST_FIRST);
    for (LookupKey key : keys) {
      found.addAll(List.of(names.getOrDefault(StorableText.of(key.text()), NOBODY)));
    }
    List<OnboardingId> ids = new ArrayList<>(found.size());
    for (MemoryEntry entry : found) {
      ids.add(entry.id());
    }
    return ids;
  }

  /** A few of those that carry a name, in no order. */
  List<OnboardingId> find(String key, int limit) {
    MemoryEntry[] found = names.get(key);
    return found == null
        ? List.of()
        : Arrays.stream(found).limit(limit).map(MemoryEntry::id).toList();
  }

  List<OnboardingId> due(long until, int limit) {
    return due.stream()
        .takeWhile(entry -> entry.isDue(until))
        .limit(limit)
        .map(MemoryEntry::id)
        .toList();
  }

  int prune(Retention retention) {
    long parked = EpochMillis.of(retention.parkedBefore());
    long ended = EpochMillis.of(retention.endedBefore());
    List<OnboardingId> old =
        entries.values().stream()
            .filter(entry -> entry.prunable(parked, ended))
            .map(MemoryEntry::id)
            .toList();
    old.forEach(this::remove);
    return old.size();
  }
}
