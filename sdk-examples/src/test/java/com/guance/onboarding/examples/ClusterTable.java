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
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** What the tables of a cluster show from outside: who is done, and who rests since a kill. */
final class ClusterTable {

  private static final String COMPLETED = "COMPLETED";

  /**
   * An onboarding as it was last seen to move.
   *
   * @param version its version
   * @param since when it was first seen in it, or when its node was killed, in nanoseconds
   * @param struck whether its node was killed in it
   */
  private record Seen(long version, long since, boolean struck) {}

  private final DataSource source = DatabaseServers.postgres();
  private final String prefix;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Set<String> unfinished = new HashSet<>();
  private Duration longestRest = Duration.ZERO;
  private Duration longestTurn = Duration.ZERO;

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
        if (rows.getString(3).equals(COMPLETED)) {
          completed++;
          Optional.ofNullable(seen.remove(id)).ifPresent(this::rested);
        } else {
          unfinished.add(id);
          look(id, rows.getLong(2));
        }
      }
    }
    return completed;
  }

  private void look(String id, long version) {
    Seen before = seen.get(id);
    if (before != null) {
      rested(before);
    }
    if (before == null || before.version() != version) {
      seen.put(id, new Seen(version, System.nanoTime(), false));
    }
  }

  private void rested(Seen one) {
    Duration rest = Duration.ofNanos(System.nanoTime() - one.since());
    if (one.struck()) {
      longestRest = longer(longestRest, rest);
    } else {
      longestTurn = longer(longestTurn, rest);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Which were not complete at the last look. */
  Set<String> unfinished() {
    return Set.copyOf(unfinished);
  }

  /** How long an onboarding has stood still after its node was killed. */
  Duration longestRest() {
    return longestRest;
  }

  /** How long one has stood still whose node lives: until it was its turn on this machine. */
  Duration longestTurn() {
    return longestTurn;
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
          seen.put(rows.getString(1), new Seen(rows.getLong(2), System.nanoTime(), true));
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
