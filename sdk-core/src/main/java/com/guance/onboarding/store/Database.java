package com.guance.onboarding.store;

import com.guance.onboarding.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs work on connections of the partner's data source, and gives each back as it was. */
final class Database {

  /** Enough for all threads of a race to lose to one another once. */
  private static final int ATTEMPTS = 20;

  private static final int MARGIN_MILLIS = 5_000;

  private final DataSource source;
  private final Dialect dialect;
  private final int seconds;
  private final Pause pause = Pause.real();

  Database(DataSource source, Dialect dialect, JdbcSettings settings) {
    this.source = source;
    this.dialect = dialect;
    this.seconds = (int) settings.timeout().toSeconds();
  }

  /** Work that only reads. */
  interface Reading<T> {
    T run(Session session) throws SQLException;
  }

  /** Work that writes. */
  interface Writing<T> {

    /**
     * Writes.
     *
     * @param duplicates whether an earlier attempt has met a row that was there already
     * @return what is to be committed, or what was found in the way; empty to try again
     */
    Optional<Result<T>> run(Session session, boolean duplicates) throws SQLException;
  }

  /**
   * What became of a transaction.
   *
   * @param value what the caller gets
   * @param keep whether it is to be committed, else it is undone
   */
  record Result<T>(T value, boolean keep) {

    static <T> Optional<Result<T>> keep(T value) {
      return Optional.of(new Result<>(value, true));
    }

    static <T> Optional<Result<T>> undo(T value) {
      return Optional.of(new Result<>(value, false));
    }
  }

  <T> T read(String operation, Reading<T> work) {
    try (Lease lease = lease()) {
      return work.run(new Session(lease.connection(), dialect, seconds));
    } catch (SQLException failure) {
      throw SqlFailures.failed(operation, failure);
    }
  }

  /** Runs the work in one transaction; repeats it when the database let somebody else go first. */
  <T> T write(String operation, Writing<T> work) {
    boolean duplicates = false;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (Lease lease = lease()) {
        lease.begin();
        Optional<Result<T>> result =
            work.run(new Session(lease.connection(), dialect, seconds), duplicates);
        if (result.isPresent()) {
          if (result.get().keep()) {
            commit(operation, lease);
          }
          return result.get().value();
        }
      } catch (SQLException failure) {
        boolean duplicate = SqlFailures.duplicate(failure);
        if ((!duplicate && !SqlFailures.lostRace(failure)) || attempt == ATTEMPTS) {
          throw SqlFailures.failed(operation, failure);
        }
        duplicates |= duplicate;
      }
      pause.after(attempt, operation);
    }
    throw new StoreException(operation, "too many others wrote the same rows", null);
  }

  /** A failure here leaves open what became of the transaction, unless the database says it. */
  private static void commit(String operation, Lease lease) throws SQLException {
    try {
      lease.commit();
    } catch (SQLException failure) {
      if (SqlFailures.lostRace(failure) || SqlFailures.duplicate(failure)) {
        throw failure;
      }
      throw SqlFailures.unknownOutcome(operation, failure);
    }
  }

  private Lease lease() throws SQLException {
    return lease(true);
  }

  /** A connection for work that may take as long as it takes. */
  Lease unlimited() throws SQLException {
    return lease(false);
  }

  private Lease lease(boolean limited) throws SQLException {
    Connection connection = source.getConnection();
    try {
      return new Lease(connection, limited && limit(connection));
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /** Limits how long the network may be silent; true if that has to be taken back. */
  private boolean limit(Connection connection) throws SQLException {
    if (!dialect.timesOut()) {
      return false;
    }
    try {
      if (connection.getNetworkTimeout() == 0) {
        connection.setNetworkTimeout(Runnable::run, seconds * 1000 + MARGIN_MILLIS);
        return true;
      }
    } catch (SQLFeatureNotSupportedException driverWithout) {
      return false;
    }
    return false;
  }
}
