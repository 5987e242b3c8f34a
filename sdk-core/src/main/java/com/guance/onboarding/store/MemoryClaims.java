package com.guance.onboarding.store;

import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.NonceRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims and nonces in memory; used under the store's lock. */
final class MemoryClaims {

  private static final int FIRST_SWEEP = 1024;

  private final Map<String, ClaimRow> claims = new HashMap<>();
  private final Map<String, NonceRow> nonces = new HashMap<>();
  private int sweepAt = FIRST_SWEEP;

  Optional<CommitResult> refuse(Commit commit) {
    Instant now = EpochMillis.cut(commit.now());
    for (NonceRow wanted : commit.nonces()) {
      NonceRow known = nonces.get(wanted.key());
      if (known != null && known.until().isAfter(now)) {
        return Optional.of(CommitResult.nonceKnown(known));
      }
    }
    for (ClaimRow wanted : commit.acquire()) {
      ClaimRow held = claims.get(wanted.key());
      if (held != null && held.until().isAfter(now) && !isSame(held, wanted)) {
        return Optional.of(CommitResult.claimed(Optional.of(held)));
      }
    }
    for (ClaimRow own : commit.release()) {
      ClaimRow held = claims.get(own.key());
      if (!isSame(held, own)) {
        return Optional.of(CommitResult.claimed(Optional.ofNullable(held)));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(@Nullable ClaimRow held, ClaimRow wanted) {
    return held != null && held.owner().equals(wanted.owner());
  }

  void store(Commit commit) {
    for (NonceRow row : commit.nonces()) {
      nonces.put(row.key(), new NonceRow(row.key(), EpochMillis.cut(row.until()), row.value()));
    }
    for (ClaimRow row : commit.acquire()) {
      claims.put(row.key(), new ClaimRow(row.key(), row.owner(), EpochMillis.cut(row.until())));
    }
    for (ClaimRow row : commit.release()) {
      claims.remove(row.key());
    }
    sweep(EpochMillis.cut(commit.now()));
  }

  /** Nonces come with every callback; the store does not wait for somebody to prune it. */
  private void sweep(Instant now) {
    if (nonces.size() >= sweepAt) {
      nonces.values().removeIf(nonce -> !nonce.until().isAfter(now));
      sweepAt = Math.max(FIRST_SWEEP, 2 * nonces.size());
    }
  }

  Optional<ClaimRow> claim(String key) {
    return Optional.ofNullable(claims.get(key));
  }

  Optional<NonceRow> nonce(String key) {
    return Optional.ofNullable(nonces.get(key));
  }

  void prune(Instant before) {
    nonces.values().removeIf(nonce -> nonce.until().isBefore(before));
    claims.values().removeIf(claim -> claim.until().isBefore(before));
  }
}
