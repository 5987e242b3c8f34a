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
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps everything in memory, gone with the process: for tests, trials and single nodes that can
 * afford to forget.
 *
 * <p>Its nonces guard this process only. Safe for any number of threads, one lock for everything:
 * each call is short.
 */
public final class InMemoryStore implements OnboardingStore {

  private final ReentrantLock lock = new ReentrantLock();
  private final MemoryTable table = new MemoryTable();
  private final MemoryClaims claims = new MemoryClaims();
  private final MemoryOutbox outbox = new MemoryOutbox();

  private InMemoryStore() {}

  /** {@return an empty store} */
  public static InMemoryStore create() {
    return new InMemoryStore();
  }

  @Override
  public CommitResult commit(Commit wanted) {
    Commit commit = StorableText.of(wanted);
    CommitRules.check(commit);
    return locked(
        () -> {
          Optional<CommitResult> refused = claims.refuse(commit).or(() -> table.refuse(commit));
          return refused.orElseGet(() -> store(commit));
        });
  }

  private CommitResult store(Commit commit) {
    claims.store(commit);
    outbox.store(commit);
    return CommitResult.stored(table.store(commit));
  }

  @Override
  public Optional<SnapshotRow> load(OnboardingId id) {
    return locked(() -> table.entry(id).flatMap(MemoryEntry::snapshot));
  }

  @Override
  public List<FactRow> facts(OnboardingId id) {
    return locked(() -> table.entry(id).map(MemoryEntry::facts).orElse(List.of()));
  }

  @Override
  public List<OnboardingId> find(LookupKey key) {
    return findAny(List.of(key));
  }

  @Override
  public List<OnboardingId> findAny(List<LookupKey> keys) {
    return locked(() -> table.findAny(keys));
  }

  @Override
  public List<OnboardingId> find(LookupKey key, int limit) {
    return locked(() -> table.find(StorableText.of(key.text()), limit));
  }

  @Override
  public List<OnboardingId> due(Instant until, int limit) {
    return locked(() -> table.due(EpochMillis.of(until), limit));
  }

  @Override
  public List<OutboxRow> outbox(int limit) {
    return locked(() -> outbox.oldest(limit));
  }

  @Override
  public List<OutboxRow> outboxAfter(String eventId, int limit) {
    return locked(() -> outbox.after(StorableText.of(eventId), limit));
  }

  @Override
  public Optional<ClaimRow> claim(String key) {
    return locked(() -> claims.claim(StorableText.of(key)));
  }

  @Override
  public Optional<NonceRow> nonce(String key) {
    return locked(() -> claims.nonce(StorableText.of(key)));
  }

  @Override
  public int prune(Retention retention) {
    return locked(
        () -> {
          claims.prune(retention.expiredBefore());
          return table.prune(retention);
        });
  }

  @Override
  public boolean durable() {
    return false;
  }

  @Override
  public void close() {
    // nothing was opened, and what is kept may still be read
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
