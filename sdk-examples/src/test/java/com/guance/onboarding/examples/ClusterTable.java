package com.guance.onboarding.examples;

import com.guance.onboarding.testkit.DatabaseServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What the tables of a cluster show from outside: who is done, and who rests since a kill. */
final class ClusterTable {

  private static final String COMPLETED = "COMPLETED";

  /**
   * An onboarding that a node was at when it was killed.
   *
   * @param version its version then
   * @param since when that was, in nanoseconds
   */
  private record Struck(long version, long since) {}

  private final DataSource source = DatabaseServers.postgres();
  private final String prefix;
  private final Map<String, Struck> struck = new HashMap<>();
  private final Set<String> unfinished = new HashSet<>();
  private Duration longestRest = Duration.ZERO;

  ClusterTable(String prefix) {
    this.prefix = prefix;
  }

  /** Looks at all onboardings, and says how many are complete. */
  int completed() throws SQLException {
    int completed = 0;
    unfinished.clear();
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, version, outcome FROM " + prefix + "onboarding");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String id = rows.getString(1);
        look(id, rows.getLong(2));
        if (rows.getString(3).equals(COMPLETED)) {
          completed++;
        } else {
          unfinished.add(id);
        }
      }
    }
    return completed;
  }

  private void look(String id, long version) {
    Struck one = struck.get(id);
    if (one == null) {
      return;
    }
    Duration rest = Duration.ofNanos(System.nanoTime() - one.since());
    longestRest = rest.compareTo(longestRest) > 0 ? rest : longestRest;
    if (one.version() != version) {
      struck.remove(id);
    }
  }

  /** Which were not complete at the last look. */
  Set<String> unfinished() {
    return Set.copyOf(unfinished);
  }

  /** How long an onboarding has stood still after its node was killed. */
  Duration longestRest() {
    return longestRest;
  }

  /** Notes which onboardings a node was at that has just been killed, and says how many. */
  int struckWith(String node) throws SQLException {
    int count = 0;
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT o.id, o.version FROM "
                    + prefix
                    + "onboarding o JOIN "
                    + prefix
                    + "onboarding_execution e ON e.task_instance = o.id"
                    + " WHERE e.picked_by = ? AND o.outcome = 'WAITING'")) {
      statement.setString(1, node);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          struck.put(rows.getString(1), new Struck(rows.getLong(2), System.nanoTime()));
          count++;
        }
      }
    }
    return count;
  }

  /** How many onboardings the scheduler still has a row for. */
  int atWork() throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM "
                    + prefix
                    + "onboarding_execution WHERE task_name = 'onboarding-advance'");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
