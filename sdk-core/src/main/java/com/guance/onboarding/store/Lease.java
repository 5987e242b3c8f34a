package com.guance.onboarding.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection that is given back as it came, whatever happened on it. */
final class Lease implements AutoCloseable {

  private final Connection connection;
  private final boolean limited;
  private final boolean autoCommit;
  private boolean changed;
  private boolean open;

  Lease(Connection connection, boolean limited) throws SQLException {
    this.connection = connection;
    this.limited = limited;
    this.autoCommit = connection.getAutoCommit();
    this.open = !autoCommit;
  }

  Connection connection() {
    return connection;
  }

  void begin() throws SQLException {
    if (autoCommit) {
      connection.setAutoCommit(false);
      changed = true;
    }
    open = true;
  }

  void commit() throws SQLException {
    connection.commit();
    open = false;
  }

  /**
   * Gives the connection back. What fails here fails after the work: the outcome stands, and the
   * data source finds out by itself that the connection is of no use.
   */
  @Override
  public void close() {
    // Changing auto-commit inside a transaction would commit it.
    boolean ended = !open || quietly(connection::rollback);
    if (ended && changed) {
      quietly(() -> connection.setAutoCommit(true));
    }
    if (limited) {
      quietly(() -> connection.setNetworkTimeout(Runnable::run, 0));
    }
    quietly(connection::close);
  }

  private interface Act {
    void run() throws SQLException;
  }

  private static boolean quietly(Act act) {
    try {
      act.run();
      return true;
    } catch (SQLException failure) {
      return false;
    }
  }
}
