package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import java.sql.SQLException;
import java.util.Collections;

/** Going on with the ten onboardings that are due, among very many that wait and among a few. */
final class DuePair implements Alternation.Pair {

  private static final int AT_ONCE = 100;

  private final Sql sql;
  private final Due many;
  private final Due few;

  DuePair(String url) throws SQLException {
    this.sql = Sql.open(url);
    this.many = due(Crowd.MANY);
    this.few = due(Crowd.FEW);
  }

  /**
   * Ten of a crowd.
   *
   * @param flow goes on with them
   * @param makeDue makes them due again
   * @param ids their names
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Due(OnboardingFlow flow, String makeDue, Object[] ids) {}

  private Due due(Crowd crowd) throws SQLException {
    JdbcSettings settings = JdbcSettings.defaults().withTablePrefix(crowd.prefix());
    Object[] ids = crowd.due(sql).toArray();
    return new Due(
        Crowd.flow(JdbcStore.open(sql.source(), settings)),
        "UPDATE "
            + crowd.prefix()
            + "onboarding SET due_at = 1 WHERE id IN ("
            + String.join(", ", Collections.nCopies(ids.length, "?"))
            + ")",
        ids);
  }

  @Override
  public void prepare() throws SQLException {
    makeDue(many);
    makeDue(few);
  }

  private void makeDue(Due due) throws SQLException {
    if (sql.update(due.makeDue(), due.ids()) != Crowd.DUE) {
      throw new IllegalStateException("they are gone");
    }
  }

  @Override
  public void ours() {
    resume(many);
  }

  @Override
  public void floor() {
    resume(few);
  }

  private static void resume(Due due) {
    int resumed = due.flow().resumeDue(AT_ONCE);
    if (resumed != Crowd.DUE) {
      throw new IllegalStateException("it went on with " + resumed);
    }
  }

  @Override
  public void close() throws SQLException {
    many.flow().close();
    few.flow().close();
    sql.close();
  }
}
