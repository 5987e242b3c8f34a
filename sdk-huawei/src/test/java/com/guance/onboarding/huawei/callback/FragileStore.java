package com.guance.onboarding.huawei.callback;

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

/** A store with something in the way of every call. */
final class FragileStore implements OnboardingStore {

  private final OnboardingStore sound;
  volatile Runnable fault = () -> {};
  volatile Runnable faultOfCommit = () -> {};

  FragileStore(OnboardingStore sound) {
    this.sound = sound;
  }

  @Override
  public CommitResult commit(Commit commit) {
    fault.run();
    faultOfCommit.run();
    return sound.commit(commit);
  }

  @Override
  public Optional<SnapshotRow> load(OnboardingId id) {
    fault.run();
    return sound.load(id);
  }

  @Override
  public List<FactRow> facts(OnboardingId id) {
    fault.run();
    return sound.facts(id);
  }

  @Override
  public List<OnboardingId> find(LookupKey key) {
    fault.run();
    return sound.find(key);
  }

  @Override
  public List<OnboardingId> findAny(List<LookupKey> keys) {
    fault.run();
    return sound.findAny(keys);
  }

  @Override
  public List<OnboardingId> find(LookupKey key, int limit) {
    fault.run();
    return sound.find(key, limit);
  }

  @Override
  public List<OnboardingId> due(Instant until, int limit) {
    fault.run();
    return sound.due(until, limit);
  }

  @Override
  public List<OutboxRow> outbox(int limit) {
    fault.run();
    return sound.outbox(limit);
  }

  @Override
  public List<OutboxRow> outboxAfter(String eventId, int limit) {
    fault.run();
    return sound.outboxAfter(eventId, limit);
  }

  @Override
  public Optional<ClaimRow> claim(String key) {
    fault.run();
    return sound.claim(key);
  }

  @Override
  public Optional<NonceRow> nonce(String key) {
    fault.run();
    return sound.nonce(key);
  }

  @Override
  public int prune(Retention retention) {
    fault.run();
    return sound.prune(retention);
  }

  @Override
  public boolean durable() {
    return sound.durable();
  }

  @Override
  public void close() {
    sound.close();
  }
}
