package com.guance.onboarding.billing.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of one query's answer.
 *
 * @param columns the names of the columns
 * @param rows the rows; each cell is a String, a Number, a Boolean, or null
 */
public record DqlSeries(List<String> columns, List<List<@Nullable Object>> rows) {

  /**
   * One column as text.
   *
   * @param column its name
   * @return its cells from top to bottom without the empty ones; empty if there is no such column
   */
  public List<String> texts(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      return List.of();
    }
    return rows.stream()
        .filter(row -> index < row.size() && row.get(index) != null)
        .map(row -> String.valueOf(row.get(index)))
        .toList();
  }

  /** Shows the columns; rows belong to the customer. */
  @Override
  public String toString() {
    return "DqlSeries[columns=" + columns + ", " + rows.size() + " rows]";
  }
}
