package com.guance.onboarding.store;

import java.util.List;

/** PostgreSQL, and what calls itself so. */
final class PostgresDialect extends Dialect {

  @Override
  String folder() {
    return "postgresql";
  }

  @Override
  String insertIfAbsent(String table, List<String> key, List<String> columns) {
    return insert(table, columns) + " ON CONFLICT (" + String.join(", ", key) + ") DO NOTHING";
  }
}
