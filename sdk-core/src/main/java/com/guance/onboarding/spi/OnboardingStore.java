package com.guance.onboarding.spi;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where onboardings live: facts, snapshots, look-up keys, claims, nonces and undelivered events.
 *
 * <p>An implementation must pass the compatibility suite of the testkit. It is safe for any number
 * of threads and processes on the same data. Every method may throw {@link
 * com.guance.onboarding.error.StoreException}; then nothing of the call has been stored, or the
 * outcome is unknown and the same call may be repeated. Times are kept to the millisecond; what is
 * finer is cut off.
 */
public interface OnboardingStore extends AutoCloseable {

  /**
   * Stores everything that the commit holds, in one transaction, or nothing.
   *
   * @param commit what to store
   * @return whether it was stored, and which facts were new
   */
  CommitResult commit(Commit commit);

  /**
   * Reads a snapshot.
   *
   * @param id the onboarding
   * @return the snapshot, empty when the store does not know the onboarding
   */
  Optional<SnapshotRow> load(OnboardingId id);

  /**
   * Reads all facts of an onboarding.
   *
   * @param id the onboarding
   * @return the facts in the order in which they were stored
   */
  List<FactRow> facts(OnboardingId id);

  /**
   * Finds onboardings by name, by index.
   *
   * @param key the name
   * @return the onboardings that carry the name, the oldest first
   */
  List<OnboardingId> find(LookupKey key);

  /**
   * Finds onboardings that carry any of several names. A store should do that in one go; unless
   * overridden, one name is looked for after the other.
   *
   * @param keys the names, at least one
   * @return the onboardings, each once; the oldest first where the store does it in one go
   */
  default List<OnboardingId> findAny(List<LookupKey> keys) {
    return keys.stream().flatMap(key -> find(key).stream()).distinct().toList();
  }

  /**
   * Finds a few of the onboardings that carry a name, to tell whether there is any besides those
   * that are known. A store should do that in time that does not grow with how many there are;
   * unless overridden, all are found first.
   *
   * @param key the name
   * @param limit how many at the most
   * @return some of them, in no order; all of them when there are no more than the limit
   */
  default List<OnboardingId> find(LookupKey key, int limit) {
    return find(key).stream().limit(limit).toList();
  }

  /**
   * Finds what is due, by index; takes time in proportion to what is due, not to what is stored.
   *
   * @param until due at this time or earlier
   * @param limit how many at the most
   * @return the onboardings, the longest due first
   */
  List<OnboardingId> due(Instant until, int limit);

  /**
   * Reads events that no listener has taken yet.
   *
   * @param limit how many at the most
   * @return the events, the oldest first
   */
  List<OutboxRow> outbox(int limit);

  /**
   * Reads on in the events that no listener has taken yet, by index.
   *
   * @param eventId the last event that was read; when it is no longer there, the oldest come again
   * @param limit how many at the most
   * @return the events that were stored after it, the oldest first
   */
  List<OutboxRow> outboxAfter(String eventId, int limit);

  /**
   * Reads who holds a claim.
   *
   * @param key what is claimed
   * @return the claim, alive or run out; empty when it was never taken or has been given back
   */
  Optional<ClaimRow> claim(String key);

  /**
   * Reads a nonce.
   *
   * @param key the nonce with its scope
   * @return what was stored with it, empty when it is unknown or forgotten
   */
  Optional<NonceRow> nonce(String key);

  /**
   * Removes what nobody needs any more: nonces and claims that have ended, facts that have waited
   * too long for somebody to fit, and old onboardings that are completed or abandoned. One that
   * waits is never removed, nor one whose outcome this version does not know. Repeatable, and safe
   * while others read and write.
   *
   * @param retention how long what is kept
   * @return how many onboardings and parked facts were removed
   */
  int prune(Retention retention);

  /**
   * Whether what is stored outlives the process; then the flow insists on a key ring.
   *
   * @return true for stores on disk or in a database
   */
  boolean durable();

  /** Releases what the store itself has opened; never a data source that was handed in. */
  @Override
  void close();
}
