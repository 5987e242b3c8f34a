package com.guance.onboarding.store;

import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Replaces what no database keeps: the character zero, and halves of surrogate pairs. They come
 * only from senders who mean harm, whose facts are to be refused by the flow and not by a store.
 */
final class StorableText {

  private static final char REPLACEMENT = '\ufffd';

  private StorableText() {}

  static String of(String text) {
    int bad = firstBad(text, 0);
    if (bad < 0) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    while (bad >= 0) {
      clean.setCharAt(bad, REPLACEMENT);
      bad = firstBad(text, bad + 1);
    }
    return clean.toString();
  }

  /** The commit itself in all but the rarest cases. */
  static Commit of(Commit commit) {
    if (isClean(commit)) {
      return commit;
    }
    Commit.Builder clean =
        Commit.builder()
            .from(commit)
            .facts(rows(commit.facts(), row -> new FactRow(of(row.key()), of(row.body()))))
            .acquire(rows(commit.acquire(), StorableText::of))
            .release(rows(commit.release(), StorableText::of))
            .nonces(
                rows(
                    commit.nonces(),
                    row -> new NonceRow(of(row.key()), row.until(), of(row.value()))))
            .outbox(
                rows(
                    commit.outbox(),
                    row -> new OutboxRow(of(row.eventId()), row.onboarding(), of(row.body()))))
            .delivered(rows(List.copyOf(commit.delivered()), StorableText::of));
    commit
        .snapshot()
        .ifPresent(
            row -> clean.snapshot(SnapshotRow.builder().from(row).body(of(row.body())).build()));
    return clean.build();
  }

  private static ClaimRow of(ClaimRow row) {
    return new ClaimRow(of(row.key()), of(row.owner()), row.until());
  }

  private static <T> List<T> rows(List<T> rows, UnaryOperator<T> clean) {
    return rows.stream().map(clean).toList();
  }

  private static boolean isClean(Commit commit) {
    for (FactRow row : commit.facts()) {
      if (!isClean(row.key()) || !isClean(row.body())) {
        return false;
      }
    }
    if (commit.snapshot().isPresent() && !isClean(commit.snapshot().get().body())) {
      return false;
    }
    return areClean(commit.acquire()) && areClean(commit.release()) && restIsClean(commit);
  }

  private static boolean areClean(List<ClaimRow> claims) {
    for (ClaimRow row : claims) {
      if (!isClean(row.key()) || !isClean(row.owner())) {
        return false;
      }
    }
    return true;
  }

  private static boolean restIsClean(Commit commit) {
    for (NonceRow row : commit.nonces()) {
      if (!isClean(row.key()) || !isClean(row.value())) {
        return false;
      }
    }
    for (OutboxRow row : commit.outbox()) {
      if (!isClean(row.eventId()) || !isClean(row.body())) {
        return false;
      }
    }
    for (String eventId : commit.delivered()) {
      if (!isClean(eventId)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClean(String text) {
    return firstBad(text, 0) < 0;
  }

  private static int firstBad(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
