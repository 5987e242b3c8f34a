package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import java.sql.SQLException;
import java.util.Collections;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Going on with the ten onboardings that are due, among a few that wait and among very many. */
public abstract class DueBenchmark extends Measured {

  private static final int AT_ONCE = 100;

  private final Sql sql;
  private OnboardingFlow flow;
  private String makeDue;
  private Object[] ids;

  @SuppressWarnings("NullAway.Init") // which crowd it is, is known when it begins
  DueBenchmark(String database) {
    try {
      this.sql = Sql.open(Databases.url(database));
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  /** Opens the store that the method's name says. */
  @Setup
  public void open(BenchmarkParams params) throws SQLException {
    Crowd crowd = params.getBenchmark().endsWith(".many") ? Crowd.MANY : Crowd.FEW;
    JdbcSettings settings = JdbcSettings.defaults().withTablePrefix(crowd.prefix());
    flow = Crowd.flow(JdbcStore.open(sql.source(), settings));
    ids = crowd.due(sql).toArray();
    makeDue =
        "UPDATE "
            + crowd.prefix()
            + "onboarding SET due_at = 1 WHERE id IN ("
            + String.join(", ", Collections.nCopies(ids.length, "?"))
            + ")";
  }

  /** Hangs up. */
  @TearDown
  public void close() throws SQLException {
    flow.close();
    sql.close();
  }

  /** Makes them due again. */
  @Setup(Level.Invocation)
  public void makeDue() throws SQLException {
    if (sql.update(makeDue, ids) != Crowd.DUE) {
      throw new IllegalStateException("they are gone");
    }
  }

  /** Among very many. */
  @Benchmark
  public int many() {
    return resume();
  }

  /** Among a few. */
  @Benchmark
  public int few() {
    return resume();
  }

  private int resume() {
    int resumed = flow.resumeDue(AT_ONCE);
    if (resumed != Crowd.DUE) {
      throw new IllegalStateException("it went on with " + resumed);
    }
    return resumed;
  }
}
