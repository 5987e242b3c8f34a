package com.guance.onboarding.store;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One commit as statements. Locks come first and plain reads after all of them, so that these see
 * what was stored last even where a transaction reads as of its first read.
 */
final class CommitWork {

  private final Session session;
  private final Sql sql;
  private final Commit commit;

  CommitWork(Session session, Sql sql, Commit commit) {
    this.session = session;
    this.sql = sql;
    this.commit = commit;
  }

  /**
   * Writes everything.
   *
   * @param duplicates whether some of the facts may be there already; mostly none is, and then
   *     nobody has to look
   */
  Optional<Database.Result<CommitResult>> run(boolean duplicates) throws SQLException {
    CommitConditions conditions = new CommitConditions(session, sql, commit);
    if (!conditions.write()) {
      return conditions.refusal().flatMap(Database.Result::undo);
    }
    Set<String> fresh = new HashSet<>();
    if (commit.id().isPresent()) {
      OnboardingId id = commit.id().get();
      if (!lock(id)) {
        return commit.snapshot().isPresent()
            ? Database.Result.undo(CommitResult.stale())
            : Optional.empty();
      }
      Optional<Set<String>> held = Optional.empty();
      if (duplicates || !commit.adopted().isEmpty()) {
        removeAdopted();
        held = Optional.of(keys(id));
        if (!losesNone(held.get())) {
          return Database.Result.undo(CommitResult.stale());
        }
      }
      append(id, held, fresh);
      name(id);
    }
    events();
    return Database.Result.keep(CommitResult.stored(fresh));
  }

  /** Writes the snapshot or, where there is none, makes others wait; false if it cannot be. */
  private boolean lock(OnboardingId id) throws SQLException {
    Object key = session.key(id.value());
    if (commit.snapshot().isPresent()) {
      return write(key, commit.snapshot().get());
    }
    Long now = EpochMillis.of(commit.now());
    List<Long> version = session.list(sql.lock, rows -> rows.getLong(1), key);
    if (version.contains(0L)) {
      session.update(sql.touch, now, now, key);
    }
    return !version.isEmpty()
        || session.update(sql.first, 0L, "", CommitRules.PARKED, null, now, "", now, key) == 1;
  }

  private boolean write(Object key, SnapshotRow row) throws SQLException {
    long expected = commit.expectedVersion();
    if (expected == 0) {
      if (session.update(sql.first, values(row, key)) == 1) {
        return true;
      } else if (session.list(sql.version, rows -> rows.getLong(1), key).contains(expected)) {
        return session.update(sql.next, values(row, key, expected)) == 1;
      }
      return false;
    }
    return session.update(sql.next, values(row, key, expected)) == 1;
  }

  private static @Nullable Object[] values(SnapshotRow row, Object... more) {
    Long changedAt = EpochMillis.of(row.changedAt());
    List<@Nullable Object> values = new ArrayList<>(7 + more.length);
    values.add(row.version());
    values.add(row.stage());
    values.add(row.outcome());
    values.add(row.dueAt().map(EpochMillis::of).orElse(null));
    values.add(changedAt);
    values.add(row.body());
    values.add(CommitRules.ended(row.outcome()) ? changedAt : null);
    values.addAll(List.of(more));
    return values.toArray();
  }

  private void removeAdopted() throws SQLException {
    List<Object[]> parked = new ArrayList<>();
    commit.adopted().forEach(id -> parked.add(new Object[] {session.key(id.value())}));
    session.batch(sql.removeOnboarding, parked);
    session.batch(sql.removeKeys, parked);
  }

  /** Removes the facts of those that are adopted; false if one of them would be lost. */
  private boolean losesNone(Set<String> held) throws SQLException {
    Set<String> kept = new HashSet<>(held);
    commit.facts().forEach(fact -> kept.add(fact.key()));
    for (OnboardingId parked : commit.adopted()) {
      if (!kept.containsAll(keys(parked))) {
        return false;
      }
      session.update(sql.removeFacts, session.key(parked.value()));
    }
    return true;
  }

  private Set<String> keys(OnboardingId id) throws SQLException {
    return StoredRows.facts(session, sql, id).stream()
        .map(FactRow::key)
        .collect(Collectors.toSet());
  }

  /**
   * Adds the facts that are new.
   *
   * @param held the facts that are there, if somebody has looked; else the counts tell
   */
  private void append(OnboardingId id, Optional<Set<String>> held, Set<String> fresh)
      throws SQLException {
    Object key = session.key(id.value());
    List<FactRow> facts =
        commit.facts().stream()
            .filter(fact -> held.filter(there -> there.contains(fact.key())).isEmpty())
            .toList();
    List<Object[]> rows = new ArrayList<>(facts.size());
    for (FactRow fact : facts) {
      rows.add(new Object[] {key, session.key(fact.key()), fact.body()});
    }
    int[] counts = session.batch(sql.addFact, rows);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0 && held.isEmpty()) {
        throw new SQLIntegrityConstraintViolationException("the driver does not count", "23000");
      }
      if (counts[i] != 0) {
        fresh.add(facts.get(i).key());
      }
    }
  }

  private void name(OnboardingId id) throws SQLException {
    Object key = session.key(id.value());
    List<Object[]> names = new ArrayList<>(commit.keys().size());
    commit.keys().stream()
        .map(name -> StorableText.of(name.text()))
        .sorted()
        .forEach(name -> names.add(new Object[] {session.key(name), key}));
    session.batch(sql.addKey, names);
  }

  private void events() throws SQLException {
    List<Object[]> rows = new ArrayList<>(commit.outbox().size());
    for (OutboxRow row : commit.outbox()) {
      rows.add(
          new Object[] {
            session.key(row.eventId()), session.key(row.onboarding().value()), row.body()
          });
    }
    session.batch(sql.addEvent, rows);
    List<Object[]> taken = new ArrayList<>(commit.delivered().size());
    commit.delivered().forEach(event -> taken.add(new Object[] {session.key(event)}));
    session.batch(sql.removeEvent, taken);
  }
}
