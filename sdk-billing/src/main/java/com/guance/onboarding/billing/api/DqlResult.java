package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a query.
 *
 * @param series the tables
 * @param running whether Guance is still working on it, so that there may be more
 * @param asyncId the id under which Guance goes on working
 */
@JsonDeserialize(using = DqlResultReader.class)
public record DqlResult(List<DqlSeries> series, boolean running, Optional<String> asyncId) {

  /**
   * One column of all tables as text.
   *
   * @param column its name
   * @return its cells, without the empty ones
   */
  public List<String> texts(String column) {
    return series.stream().flatMap(table -> table.texts(column).stream()).toList();
  }
}
