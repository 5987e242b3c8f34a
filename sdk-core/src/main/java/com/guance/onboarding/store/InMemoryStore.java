package com.guance.onboarding.store;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps everything in memory, gone with the process: for tests, trials and single nodes that can
 * afford to forget.
 *
 * <p>Its nonces guard this process only. One lock for everything: each call is short.
 */
public final class InMemoryStore implements OnboardingStore {

  private record Due(Instant at, OnboardingId id) {}

  private static final class Entry {
    private SnapshotRow snapshot;
    private final List<FactRow> facts = new ArrayList<>(8);
    private final Set<String> keys = new HashSet<>(8);

    Entry(SnapshotRow snapshot) {
      this.snapshot = snapshot;
    }

    boolean holds(String factKey) {
      return facts.stream().anyMatch(fact -> fact.key().equals(factKey));
    }
  }

  private final Map<OnboardingId, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<OnboardingId>> index = new HashMap<>();
  private final NavigableSet<Due> due =
      new TreeSet<>(Comparator.comparing(Due::at).thenComparing(one -> one.id().value()));
  private final Map<String, ClaimRow> claims = new HashMap<>();
  private final Map<String, NonceRow> nonces = new HashMap<>();
  private final Map<String, OutboxRow> outbox = new LinkedHashMap<>();

  private InMemoryStore() {}

  /** {@return an empty store} */
  public static InMemoryStore create() {
    return new InMemoryStore();
  }

  @Override
  public synchronized CommitResult commit(Commit commit) {
    Optional<CommitResult> refused = refuse(commit);
    if (refused.isPresent()) {
      return refused.get();
    }
    commit.nonces().forEach(nonce -> nonces.put(nonce.key(), nonce));
    commit.acquire().forEach(claim -> claims.put(claim.key(), claim));
    commit.release().forEach(claim -> claims.remove(claim.key()));
    Set<String> fresh = new HashSet<>();
    commit.snapshot().ifPresent(this::put);
    commit.id().ifPresent(id -> append(id, commit, fresh));
    commit.adopted().forEach(this::remove);
    commit.outbox().forEach(row -> outbox.putIfAbsent(row.eventId(), row));
    commit.delivered().forEach(outbox::remove);
    return CommitResult.stored(fresh);
  }

  private Optional<CommitResult> refuse(Commit commit) {
    for (NonceRow nonce : commit.nonces()) {
      NonceRow known = nonces.get(nonce.key());
      if (known != null && known.until().isAfter(commit.now())) {
        return Optional.of(CommitResult.nonceKnown(known));
      }
    }
    for (ClaimRow wanted : commit.acquire()) {
      ClaimRow held = claims.get(wanted.key());
      if (held != null
          && held.until().isAfter(commit.now())
          && !held.owner().equals(wanted.owner())) {
        return Optional.of(CommitResult.claimed(Optional.of(held)));
      }
    }
    for (ClaimRow own : commit.release()) {
      ClaimRow held = claims.get(own.key());
      if (held == null || !held.owner().equals(own.owner())) {
        return Optional.of(CommitResult.claimed(Optional.ofNullable(held)));
      }
    }
    return commit.snapshot().isPresent() && version(commit) != commit.expectedVersion()
        ? Optional.of(CommitResult.stale())
        : Optional.empty();
  }

  private long version(Commit commit) {
    Entry entry = commit.id().map(entries::get).orElse(null);
    return entry == null ? 0 : entry.snapshot.version();
  }

  private void put(SnapshotRow row) {
    Entry entry = entries.get(row.id());
    if (entry == null) {
      entries.put(row.id(), new Entry(row));
    } else {
      entry.snapshot.dueAt().ifPresent(at -> due.remove(new Due(at, row.id())));
      entry.snapshot = row;
    }
    row.dueAt().ifPresent(at -> due.add(new Due(at, row.id())));
  }

  private void append(OnboardingId id, Commit commit, Set<String> fresh) {
    Entry entry = entries.get(id);
    if (entry == null) {
      return;
    }
    for (FactRow fact : commit.facts()) {
      if (!entry.holds(fact.key())) {
        entry.facts.add(fact);
        fresh.add(fact.key());
      }
    }
    for (LookupKey key : commit.keys()) {
      if (entry.keys.add(key.text())) {
        index.computeIfAbsent(key.text(), text -> new ArrayList<>(1)).add(id);
      }
    }
  }

  private void remove(OnboardingId id) {
    Entry entry = entries.remove(id);
    if (entry != null) {
      entry.snapshot.dueAt().ifPresent(at -> due.remove(new Due(at, id)));
      for (String key : entry.keys) {
        index.computeIfPresent(
            key,
            (text, ids) -> {
              ids.remove(id);
              return ids.isEmpty() ? null : ids;
            });
      }
    }
  }

  @Override
  public synchronized Optional<SnapshotRow> load(OnboardingId id) {
    return Optional.ofNullable(entries.get(id)).map(entry -> entry.snapshot);
  }

  @Override
  public synchronized List<FactRow> facts(OnboardingId id) {
    Entry entry = entries.get(id);
    return entry == null ? List.of() : List.copyOf(entry.facts);
  }

  @Override
  public synchronized List<OnboardingId> find(LookupKey key) {
    return List.copyOf(index.getOrDefault(key.text(), List.of()));
  }

  @Override
  public synchronized List<OnboardingId> due(Instant until, int limit) {
    List<OnboardingId> found = new ArrayList<>();
    for (Due one : due) {
      if (one.at().isAfter(until) || found.size() >= limit) {
        break;
      }
      found.add(one.id());
    }
    return found;
  }

  @Override
  public synchronized List<OutboxRow> outbox(int limit) {
    return outbox.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<ClaimRow> claim(String key) {
    return Optional.ofNullable(claims.get(key));
  }

  @Override
  public synchronized Optional<NonceRow> nonce(String key) {
    return Optional.ofNullable(nonces.get(key));
  }

  @Override
  public synchronized int prune(Instant before) {
    nonces.values().removeIf(nonce -> nonce.until().isBefore(before));
    claims.values().removeIf(claim -> claim.until().isBefore(before));
    List<OnboardingId> old = new ArrayList<>();
    for (Iterator<Map.Entry<OnboardingId, Entry>> it = entries.entrySet().iterator();
        it.hasNext(); ) {
      Map.Entry<OnboardingId, Entry> next = it.next();
      SnapshotRow row = next.getValue().snapshot;
      if (row.changedAt().isBefore(before) && !row.outcome().equals("WAITING")) {
        old.add(next.getKey());
      }
    }
    old.forEach(this::remove);
    return old.size();
  }

  @Override
  public boolean durable() {
    return false;
  }

  @Override
  public void close() {
    // nothing was opened, and what is kept may still be read
  }
}
