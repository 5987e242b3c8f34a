package com.guance.onboarding.examples;

import com.guance.onboarding.testkit.DatabaseServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** What the tables of a cluster show from outside: who is done, and who rests since a kill. */
final class ClusterTable {

  private static final String COMPLETED = "COMPLETED";

  /** Where an onboarding stands: what nodes did or found out is read from a side. */
  private static final String STANDING =
      "SELECT o.id, o.stage, o.outcome, CASE WHEN o.outcome = 'COMPLETED' THEN 0 ELSE"
          + " (SELECT COUNT(*) FROM %1$sonboarding_fact f WHERE f.belongs_to = o.id"
          + " AND f.body LIKE '%%\"s\":\"READ\"%%') END FROM %1$sonboarding o";

  private final DataSource source = DatabaseServers.postgres();
  private final String prefix;
  private final ClusterRests rests = new ClusterRests();
  private final Set<String> unfinished = new HashSet<>();

  ClusterTable(String prefix) {
    this.prefix = prefix;
  }

  /** Looks at all onboardings, and says how many are complete. */
  int completed() throws SQLException {
    int completed = 0;
    unfinished.clear();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(STANDING.formatted(prefix));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String id = rows.getString(1);
        if (rows.getString(3).equals(COMPLETED)) {
          completed++;
          rests.complete(id, System.nanoTime());
        } else {
          unfinished.add(id);
          rests.look(id, standing(rows), System.nanoTime());
        }
      }
    }
    return completed;
  }

  private static ClusterRests.Standing standing(ResultSet rows) throws SQLException {
    return new ClusterRests.Standing(rows.getString(2), rows.getString(3), rows.getLong(4));
  }

  /** Which were not complete at the last look. */
  Set<String> unfinished() {
    return Set.copyOf(unfinished);
  }

  /** How long onboardings have stood still so far. */
  ClusterRests rests() {
    return rests;
  }

  /** Notes which onboardings a node was at that was killed just now, and says how many. */
  int struckWith(String node) throws SQLException {
    int count = 0;
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                STANDING.formatted(prefix)
                    + " JOIN "
                    + prefix
                    + "onboarding_execution e ON e.task_instance = o.id"
                    + " WHERE e.picked_by = ? AND o.outcome = 'WAITING'")) {
      statement.setString(1, node);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rests.strike(rows.getString(1), standing(rows), System.nanoTime());
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
