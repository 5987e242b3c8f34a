package com.guance.onboarding.store;

import javax.sql.DataSource;

/**
 * Tables that are ready for use.
 *
 * @param database runs work on them
 * @param sql their statements
 */
record JdbcTables(Database database, Sql sql) {

  static JdbcTables open(DataSource source, JdbcSettings settings) {
    return ready(source, settings, false);
  }

  static JdbcTables create(DataSource source, JdbcSettings settings) {
    return ready(source, settings, true);
  }

  private static JdbcTables ready(DataSource source, JdbcSettings settings, boolean create) {
    Schema schema = new Schema(source, settings);
    Dialect dialect = schema.dialect();
    Sql sql = new Sql(dialect, settings.tablePrefix());
    Database database = new Database(source, dialect, settings);
    if (create) {
      schema.create(database, sql);
    }
    schema.check(database, sql);
    return new JdbcTables(database, sql);
  }
}
