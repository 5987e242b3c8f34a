package com.guance.onboarding.store;

import com.guance.onboarding.error.StoreException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads what a database means by its exceptions. Their messages hold values of rows, so what leaves
 * the store has the code and the place, and never the message.
 */
final class SqlFailures {

  /** The one code of its class that leaves open what became of the transaction. */
  private static final String UNKNOWN = "40003";

  /** MySQL and MariaDB: a deadlock's victim, a row changed since it was read; H2: the same. */
  private static final Set<Integer> LOST_RACE = Set.of(1213, 1020, 90131);

  private static final Set<Integer> READ_ONLY = Set.of(1290, 1836, 90097);

  /** The last two are MySQL's limits of connections, which it files under faulty statements. */
  private static final Set<Integer> FULL = Set.of(1021, 1114, 1040, 1203, 1226);

  /** A value that does not fit, a row that may not be, a statement that is not understood. */
  private static final String PERMANENT = "(22|23|42).*";

  private static final Set<String> TIMEOUT_STATES = Set.of("57014", "70100", "HYT00");
  private static final int LOCK_TIMEOUT = 1205;

  private SqlFailures() {}

  /** Whether the database has undone the transaction so that the loser of a race tries again. */
  static boolean lostRace(SQLException failure) {
    return any(
        failure,
        one ->
            (state(one).startsWith("40") && !state(one).equals(UNKNOWN))
                || LOST_RACE.contains(one.getErrorCode()));
  }

  /** Whether a row of the same key was there. */
  static boolean duplicate(SQLException failure) {
    return any(failure, one -> state(one).startsWith("23"));
  }

  /** Whether the statement itself cannot be understood, as when a table is missing. */
  static boolean notUnderstood(SQLException failure) {
    return any(failure, one -> state(one).startsWith("42"));
  }

  static StoreException failed(String operation, SQLException failure) {
    return new StoreException(operation, problem(failure), !permanent(failure), discreet(failure));
  }

  /** Whether the same call would fail again: it concerns one row, and not the store. */
  private static boolean permanent(SQLException failure) {
    return any(failure, one -> state(one).matches(PERMANENT))
        && !any(failure, one -> isReadOnly(one) || isFull(one) || isTimeout(one));
  }

  static StoreException unknownOutcome(String operation, SQLException failure) {
    return new StoreException(
        operation,
        "outcome unknown, the connection failed while committing (" + codes(failure) + ")",
        discreet(failure));
  }

  private static String problem(SQLException failure) {
    String what = "the database refused";
    if (any(failure, one -> state(one).startsWith("08"))) {
      what = "no connection to the database";
    } else if (any(failure, SqlFailures::isReadOnly)) {
      what = "the database is read-only";
    } else if (any(failure, SqlFailures::isFull)) {
      what = "the database is out of disk, memory or connections";
    } else if (any(failure, SqlFailures::isTimeout)) {
      what = "the database took too long";
    }
    return what + " (" + codes(failure) + ")";
  }

  private static boolean isReadOnly(SQLException failure) {
    return state(failure).equals("25006") || READ_ONLY.contains(failure.getErrorCode());
  }

  private static boolean isFull(SQLException failure) {
    return state(failure).startsWith("53") || FULL.contains(failure.getErrorCode());
  }

  private static boolean isTimeout(SQLException failure) {
    return failure instanceof SQLTimeoutException
        || TIMEOUT_STATES.contains(state(failure))
        || failure.getErrorCode() == LOCK_TIMEOUT;
  }

  private static String codes(SQLException failure) {
    return "SQLState " + state(failure) + ", code " + failure.getErrorCode();
  }

  /** The failure without its words. */
  private static SQLException discreet(SQLException failure) {
    SQLException discreet =
        new SQLException(
            failure.getClass().getName() + " with " + codes(failure),
            failure.getSQLState(),
            failure.getErrorCode());
    discreet.setStackTrace(failure.getStackTrace());
    return discreet;
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || !state.matches("[0-9A-Za-z]{1,8}") ? "" : state;
  }

  /** Looks at the failure, and at what it was made from. */
  private static boolean any(SQLException failure, Predicate<SQLException> test) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException one && (test.test(one) || next(one, test))) {
        return true;
      }
    }
    return false;
  }

  private static boolean next(SQLException failure, Predicate<SQLException> test) {
    SQLException next = failure.getNextException();
    return next != null && next != failure && test.test(next);
  }
}
