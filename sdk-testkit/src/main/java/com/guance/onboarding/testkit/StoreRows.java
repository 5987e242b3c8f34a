package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Instant;

/** The rows that the store suite writes; all times are counted in seconds from one start. */
final class StoreRows {

  static final Instant START = Instant.parse("2026-02-03T04:05:06.789Z");

  private StoreRows() {}

  static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  static OnboardingId id(String value) {
    return new OnboardingId(value);
  }

  static SnapshotRow.Builder snapshot(String id, long version) {
    return SnapshotRow.builder()
        .id(id(id))
        .version(version)
        .stage("APP_BINDING")
        .outcome("WAITING")
        .changedAt(START)
        .body("{\"format\":1,\"version\":" + version + "}");
  }

  /** A commit that meets the version before and stores the given one. */
  static Commit.Builder version(String id, long version) {
    return commit(id).expectedVersion(version - 1).snapshot(snapshot(id, version).build());
  }

  static Commit.Builder version(SnapshotRow row) {
    return commit(row.id().value()).expectedVersion(row.version() - 1).snapshot(row);
  }

  static Commit.Builder commit(String id) {
    return commit().id(id(id));
  }

  static Commit.Builder commit() {
    return commit(0);
  }

  static Commit.Builder commit(long seconds) {
    return Commit.builder().now(at(seconds));
  }

  static FactRow fact(String key) {
    return new FactRow(key, "{\"fact\":\"" + key + "\"}");
  }

  static LookupKey instance(String value) {
    return new LookupKey.ByInstance(new InstanceId(value));
  }

  static ClaimRow claim(String key, String owner, long until) {
    return new ClaimRow(key, owner, at(until));
  }

  static NonceRow nonce(String key, long until) {
    return new NonceRow(key, at(until), "answer to " + key);
  }

  static OutboxRow event(String eventId, String id) {
    return new OutboxRow(eventId, id(id), "{\"event\":\"" + eventId + "\"}");
  }
}
