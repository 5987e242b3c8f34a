package com.guance.onboarding.billing.api;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.transport.LenientJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A question in DQL, Guance's query language, about a span of time. */
@Value.Immutable
public abstract class DqlQuery {

  /** The first hosts that a DataKit has reported, contracts/guance.md §6. */
  private static final String HOSTS = "O::HOST:(host, host_ip, os, datakit_ver)";

  DqlQuery() {}

  /** {@return the question, such as {@code O::HOST:(host, os)}} */
  public abstract String text();

  /** {@return the beginning of the span} */
  public abstract Instant start();

  /** {@return the end of the span} */
  public abstract Instant end();

  /** {@return how many rows are wanted at most; Guance's own limit if empty} */
  public abstract OptionalInt limit();

  /**
   * Asks which hosts have reported.
   *
   * @param from the beginning of the span
   * @param to the end of the span
   * @return the query
   */
  public static DqlQuery hosts(Instant from, Instant to) {
    return builder().text(HOSTS).start(from).end(to).limit(10).build();
  }

  @Value.Check
  void check() {
    if (text().isBlank()) {
      throw new InvalidInputException("dql.text", "must not be empty");
    }
    if (!start().isBefore(end())) {
      throw new InvalidInputException("dql.start", "must be before the end of the span");
    }
    if (limit().isPresent() && limit().getAsInt() < 1) {
      throw new InvalidInputException("dql.limit", "must be at least 1");
    }
  }

  /**
   * The query as both APIs want it.
   *
   * @return a tree of maps and lists, to be written as JSON
   */
  public Map<String, Object> toBody() {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("q", text());
    query.put("timeRange", List.of(start().toEpochMilli(), end().toEpochMilli()));
    limit().ifPresent(rows -> query.put("limit", rows));
    return Map.of("queries", List.of(Map.of("qtype", "dql", "query", query)));
  }

  /**
   * The query as it stands in an address.
   *
   * @return the JSON text, not yet encoded
   */
  public String toJson() {
    return LenientJson.mapper().valueToTree(toBody()).toString();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a query. */
  public static final class Builder extends ImmutableDqlQuery.Builder {
    Builder() {}
  }
}
