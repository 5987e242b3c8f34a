package com.guance.onboarding;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store in memory that counts what it is asked for, and lets somebody in before a commit. */
final class CountingStore implements OnboardingStore {

  final InMemoryStore store = InMemoryStore.create();
  final List<Commit> commits = new ArrayList<>();
  int loads;
  int factReads;
  int mostFound;
  Runnable beforeCommit = () -> {};

  @Override
  public CommitResult commit(Commit commit) {
    beforeCommit.run();
    commits.add(commit);
    return store.commit(commit);
  }

  @Override
  public Optional<SnapshotRow> load(OnboardingId id) {
    loads++;
    return store.load(id);
  }

  @Override
  public List<FactRow> facts(OnboardingId id) {
    factReads++;
    return store.facts(id);
  }

  @Override
  public List<OnboardingId> find(LookupKey key) {
    return counted(store.find(key));
  }

  @Override
  public List<OnboardingId> findAny(List<LookupKey> keys) {
    return counted(store.findAny(keys));
  }

  @Override
  public List<OnboardingId> find(LookupKey key, int limit) {
    return counted(store.find(key, limit));
  }

  private List<OnboardingId> counted(List<OnboardingId> found) {
    mostFound = Math.max(mostFound, found.size());
    return found;
  }

  @Override
  public List<OnboardingId> due(Instant until, int limit) {
    return store.due(until, limit);
  }

  @Override
  public List<OutboxRow> outbox(int limit) {
    return store.outbox(limit);
  }

  @Override
  public List<OutboxRow> outboxAfter(String eventId, int limit) {
    return store.outboxAfter(eventId, limit);
  }

  @Override
  public Optional<ClaimRow> claim(String key) {
    return store.claim(key);
  }

  @Override
  public Optional<NonceRow> nonce(String key) {
    return store.nonce(key);
  }

  @Override
  public int prune(Retention retention) {
    return store.prune(retention);
  }

  @Override
  public boolean durable() {
    return false;
  }

  @Override
  public void close() {
    store.close();
  }
}
