package com.guance.onboarding.examples;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that tells fate about every commit, before and after; fate may end the process then. */
final class MortalStore implements OnboardingStore {

  private final OnboardingStore store;
  private final Fate fate;
  private final Map<KillPoint, Integer> counts = new EnumMap<>(KillPoint.class);

  /** Lets live, or does not return. */
  interface Fate {

    /**
     * A point is reached.
     *
     * @param point the point
     * @param number 1 when it is reached for the first time
     */
    void at(KillPoint point, int number);
  }

  MortalStore(OnboardingStore store, Fate fate) {
    this.store = store;
    this.fate = fate;
  }

  @Override
  public CommitResult commit(Commit commit) {
    boolean intent = !commit.acquire().isEmpty();
    // what a step has brought may be stored together with the intent of the next
    boolean save = !commit.release().isEmpty() || (intent && !commit.facts().isEmpty());
    if (save) {
      at(KillPoint.AFTER_EFFECT);
    }
    if (intent) {
      at(KillPoint.BEFORE_INTENT);
    }
    if (!save && !intent) {
      at(KillPoint.BEFORE_RECORD);
    }
    CommitResult result = store.commit(commit);
    if (save) {
      at(KillPoint.AFTER_SAVE);
    }
    if (intent) {
      at(KillPoint.BEFORE_CALL);
    }
    if (!save && !intent) {
      at(KillPoint.AFTER_RECORD);
    }
    return result;
  }

  private void at(KillPoint point) {
    fate.at(point, counts.merge(point, 1, Integer::sum));
  }

  @Override
  public Optional<SnapshotRow> load(OnboardingId id) {
    return store.load(id);
  }

  @Override
  public List<FactRow> facts(OnboardingId id) {
    return store.facts(id);
  }

  @Override
  public List<OnboardingId> find(LookupKey key) {
    return store.find(key);
  }

  @Override
  public List<OnboardingId> findAny(List<LookupKey> keys) {
    return store.findAny(keys);
  }

  @Override
  public List<OnboardingId> find(LookupKey key, int limit) {
    return store.find(key, limit);
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
    return store.durable();
  }

  @Override
  public void close() {
    store.close();
  }
}
