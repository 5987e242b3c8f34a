package com.guance.onboarding.store;

import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.NonceRow;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Nonces and claims of one commit. Each condition is the write itself, so that nobody is faster.
 */
final class CommitConditions {

  private final Session session;
  private final Sql sql;
  private final Commit commit;
  private final long now;
  private Optional<CommitResult> refusal = Optional.empty();

  CommitConditions(Session session, Sql sql, Commit commit) {
    this.session = session;
    this.sql = sql;
    this.commit = commit;
    this.now = EpochMillis.of(commit.now());
  }

  /** Writes nonces and claims; false when something is in the way. */
  boolean write() throws SQLException {
    for (NonceRow nonce : commit.nonces()) {
      if (!remember(nonce)) {
        return false;
      }
    }
    for (ClaimRow claim : sorted(commit.acquire())) {
      if (!acquire(claim)) {
        return false;
      }
    }
    for (ClaimRow claim : sorted(commit.release())) {
      if (!release(claim)) {
        return false;
      }
    }
    return true;
  }

  /** What is in the way; empty when it has gone in the meantime. */
  Optional<CommitResult> refusal() {
    return refusal;
  }

  /** In one order for all, so that two callers do not wait for each other. */
  private static List<ClaimRow> sorted(List<ClaimRow> claims) {
    return claims.size() < 2
        ? claims
        : claims.stream().sorted(Comparator.comparing(ClaimRow::key)).toList();
  }

  private boolean remember(NonceRow row) throws SQLException {
    Object key = session.key(row.key());
    long end = EpochMillis.of(row.until());
    if (session.update(sql.addNonce, end, row.value(), key) == 1
        || session.update(sql.renewNonce, end, row.value(), key, now) == 1) {
      return true;
    }
    refusal =
        StoredRows.nonce(session, sql, row.key())
            .filter(known -> EpochMillis.of(known.until()) > now)
            .map(CommitResult::nonceKnown);
    return false;
  }

  private boolean acquire(ClaimRow row) throws SQLException {
    Object key = session.key(row.key());
    Object owner = session.key(row.owner());
    long end = EpochMillis.of(row.until());
    if (session.update(sql.addClaim, owner, end, key) == 1
        || session.update(sql.takeOverClaim, owner, end, key, now, owner) == 1) {
      return true;
    }
    Optional<ClaimRow> held = StoredRows.claim(session, sql, row.key());
    if (held.filter(own -> own.owner().equals(row.owner())).isPresent()) {
      return true; // a driver that counts changed rows only: it was ours to the same end
    }
    refusal =
        held.filter(other -> EpochMillis.of(other.until()) > now)
            .map(other -> CommitResult.claimed(Optional.of(other)));
    return false;
  }

  private boolean release(ClaimRow row) throws SQLException {
    if (session.update(sql.removeClaim, session.key(row.key()), session.key(row.owner())) == 1) {
      return true;
    }
    Optional<ClaimRow> held = StoredRows.claim(session, sql, row.key());
    if (held.filter(own -> own.owner().equals(row.owner())).isEmpty()) {
      refusal = Optional.of(CommitResult.claimed(held));
    }
    return false;
  }
}
