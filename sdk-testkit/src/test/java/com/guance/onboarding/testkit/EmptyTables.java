package com.guance.onboarding.testkit;

import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * One set of tables for the tests of a class, emptied for each: making tables takes servers longer
 * than all that the tests do with them.
 */
final class EmptyTables {

  private static final List<String> NAMES =
      List.of("", "_fact", "_key", "_claim", "_nonce", "_outbox", "_secret");

  private final DataSource source;
  private final JdbcSettings settings;
  private boolean emptied;

  EmptyTables(DataSource source, String prefix) {
    this.source = source;
    this.settings = JdbcSettings.defaults().withTablePrefix(prefix);
  }

  /** Opens the tables, empty at the first time and as they are later. */
  JdbcStore open() {
    if (emptied) {
      return JdbcStore.open(source, settings);
    }
    JdbcStore store = JdbcStore.create(source, settings);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        statement.executeUpdate("DELETE FROM " + settings.tablePrefix() + "onboarding" + name);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    emptied = true;
    return store;
  }
}
