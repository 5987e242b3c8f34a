package com.guance.onboarding.spi;

import java.util.Optional;
import java.util.Set;

/**
 * What became of a commit.
 *
 * @param status whether it was stored, or which condition failed
 * @param newFacts the keys of the facts that were not there before
 * @param claim the claim in the way, when the status is {@link Status#CLAIMED}
 * @param nonce the nonce that was known, when the status is {@link Status#NONCE_KNOWN}
 */
public record CommitResult(
    Status status, Set<String> newFacts, Optional<ClaimRow> claim, Optional<NonceRow> nonce) {

  /**
   * Copies the keys.
   *
   * @param status whether it was stored
   * @param newFacts the keys of the facts that were not there before
   * @param claim the claim in the way
   * @param nonce the nonce that was known
   */
  public CommitResult {
    newFacts = Set.copyOf(newFacts);
  }

  /** Whether a commit was stored. */
  public enum Status {
    /** Everything is stored. */
    STORED,
    /** Nothing is stored: somebody else has stored another version. */
    STALE,
    /** Nothing is stored: somebody else holds the claim, or the claim to give back is lost. */
    CLAIMED,
    /** Nothing is stored: the nonce has been seen. */
    NONCE_KNOWN
  }

  /** {@return whether everything is stored} */
  public boolean stored() {
    return status == Status.STORED;
  }

  /**
   * A commit that was stored.
   *
   * @param newFacts the keys of the facts that were not there before
   * @return the result
   */
  public static CommitResult stored(Set<String> newFacts) {
    return new CommitResult(Status.STORED, newFacts, Optional.empty(), Optional.empty());
  }

  /** {@return a commit that met another version} */
  public static CommitResult stale() {
    return new CommitResult(Status.STALE, Set.of(), Optional.empty(), Optional.empty());
  }

  /**
   * A commit that met a claim, or whose own claim is gone.
   *
   * @param claim the claim in the way; empty when the own one is gone
   * @return the result
   */
  public static CommitResult claimed(Optional<ClaimRow> claim) {
    return new CommitResult(Status.CLAIMED, Set.of(), claim, Optional.empty());
  }

  /**
   * A commit whose nonce has been seen.
   *
   * @param nonce the nonce as it was stored
   * @return the result
   */
  public static CommitResult nonceKnown(NonceRow nonce) {
    return new CommitResult(Status.NONCE_KNOWN, Set.of(), Optional.empty(), Optional.of(nonce));
  }
}
