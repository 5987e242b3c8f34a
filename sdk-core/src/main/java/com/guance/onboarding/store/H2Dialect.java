package com.guance.onboarding.store;

import java.util.List;
import java.util.stream.Collectors;

/** H2, embedded or not, in any of its modes. */
final class H2Dialect extends Dialect {

  @Override
  String folder() {
    return "h2";
  }

  @Override
  String insertIfAbsent(String table, List<String> key, List<String> columns) {
    String values = columns.stream().map(H2Dialect::typed).collect(Collectors.joining(", "));
    String match =
        key.stream().map(name -> "t." + name + " = s." + name).collect(Collectors.joining(" AND "));
    String names = String.join(", ", columns);
    return "MERGE INTO "
        + table
        + " AS t USING (VALUES ("
        + values
        + ")) AS s ("
        + names
        + ") ON "
        + match
        + " WHEN NOT MATCHED THEN INSERT ("
        + names
        + ") VALUES ("
        + columns.stream().map(name -> "s." + name).collect(Collectors.joining(", "))
        + ")";
  }

  /** Half the work for a fact that is new, and mostly it is. */
  @Override
  String insertFact(String table, List<String> key, List<String> columns) {
    return insert(table, columns);
  }

  /** Here a parameter must say what it is. */
  private static String typed(String column) {
    if (column.equals(Sql.EVENT)) {
      return "CAST(? AS CHARACTER LARGE OBJECT)";
    }
    boolean number = column.endsWith("_at") || column.equals("version");
    return number ? "CAST(? AS BIGINT)" : "CAST(? AS VARCHAR)";
  }

  /** It would run a statement for each setting, and mostly there is no network. */
  @Override
  boolean timesOut() {
    return false;
  }
}
