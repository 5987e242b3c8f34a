package com.guance.onboarding.store;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a commit must be like whoever stores it; a breach is the caller's mistake. */
final class CommitRules {

  /**
   * Bytes in UTF-8 that every store keeps of a key: 255 characters of any script, and some more.
   */
  static final int KEY_BYTES = 1100;

  /** An event's id may hold an onboarding's id and a fact's key. */
  static final int EVENT_BYTES = 1650;

  private static final int WORD_BYTES = 128;

  /** The outcome of facts that wait for somebody to fit. */
  static final String PARKED = "PARKED";

  /** The outcomes after which an onboarding may be pruned; one of a newer version never is. */
  static final List<String> ENDED = List.of("COMPLETED", "ABANDONED");

  private CommitRules() {}

  /** Whether nobody is going to work on it. */
  static boolean ended(String outcome) {
    return outcome.equals(PARKED) || ENDED.contains(outcome);
  }

  static void key(String what, String key) {
    length(what, key, KEY_BYTES);
  }

  static void check(Commit commit) {
    boolean owned = !commit.facts().isEmpty() || !commit.keys().isEmpty();
    if ((owned || !commit.adopted().isEmpty() || commit.snapshot().isPresent())
        && commit.id().isEmpty()) {
      throw new IllegalArgumentException("a commit of facts, keys or a snapshot needs an id");
    }
    commit.snapshot().ifPresent(row -> snapshot(commit, row));
    for (OnboardingId parked : commit.adopted()) {
      if (commit.id().filter(parked::equals).isPresent()) {
        throw new IllegalArgumentException("an onboarding cannot adopt its own facts");
      }
    }
    for (LookupKey key : commit.keys()) {
      length("look-up key", key.text(), KEY_BYTES);
    }
    distinct("fact key", commit.facts(), FactRow::key);
    distinct("nonce", commit.nonces(), NonceRow::key);
    claims(commit);
    for (OutboxRow row : commit.outbox()) {
      length("event id", row.eventId(), EVENT_BYTES);
    }
  }

  private static void snapshot(Commit commit, SnapshotRow row) {
    if (commit.id().filter(row.id()::equals).isEmpty()) {
      throw new IllegalArgumentException("the snapshot belongs to another onboarding");
    }
    if (commit.expectedVersion() < 0 || row.version() != commit.expectedVersion() + 1) {
      throw new IllegalArgumentException("the snapshot's version must follow the expected one");
    }
    length("stage", row.stage(), WORD_BYTES);
    length("outcome", row.outcome(), WORD_BYTES);
  }

  /** There are never more than a few, so that each is simply compared with those before it. */
  private static void claims(Commit commit) {
    List<ClaimRow> all = new ArrayList<>(commit.acquire());
    all.addAll(commit.release());
    for (int i = 0; i < all.size(); i++) {
      ClaimRow claim = all.get(i);
      length("owner", claim.owner(), WORD_BYTES);
      length("claim", claim.key(), KEY_BYTES);
      for (int before = 0; before < i; before++) {
        if (all.get(before).key().equals(claim.key())) {
          throw twice("claim");
        }
      }
    }
  }

  private static <T> void distinct(String what, List<T> rows, Function<T, String> key) {
    Set<String> seen = rows.size() < 2 ? Set.of() : new HashSet<>();
    for (T row : rows) {
      length(what, key.apply(row), KEY_BYTES);
      if (rows.size() > 1 && !seen.add(key.apply(row))) {
        throw twice(what);
      }
    }
  }

  private static IllegalArgumentException twice(String what) {
    return new IllegalArgumentException("a " + what + " stands twice in one commit");
  }

  private static void length(String what, String text, int bytes) {
    if (text.length() > bytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > bytes) {
      throw new IllegalArgumentException(what + " is too long");
    }
  }
}
