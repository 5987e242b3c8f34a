package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers DQL as far as it asks for host objects, which DataKits report; to other questions there
 * is no row.
 */
final class HostObjects {

  private static final Pattern HOSTS = Pattern.compile("O::`?HOST`?(?::\\(([^)]*)\\))?.*");
  private static final List<String> ALL =
      List.of("host", "host_ip", "os", "datakit_ver", "name", "class");
  private static final int MOST_ROWS = 1000;

  private final Workspaces workspaces;
  private final AtomicInteger empties = new AtomicInteger();

  HostObjects(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** One item for each query; the form of both APIs. */
  Fields answer(JsonNode queries, String workspaceId) {
    if (!queries.path("queries").isArray() || queries.path("queries").isEmpty()) {
      throw Refused.malformed("queries", "a list of queries");
    }
    List<Fields> data = new ArrayList<>();
    for (JsonNode one : queries.path("queries")) {
      if (!one.path("qtype").asText().equals("dql")) {
        throw Refused.malformed("qtype", "dql");
      }
      data.add(item(one.path("query"), workspaceId));
    }
    return Fields.of("data", data);
  }

  private Fields item(JsonNode query, String workspaceId) {
    Matcher asked = HOSTS.matcher(query.path("q").asText());
    JsonNode range = query.path("timeRange");
    if (!query.path("q").isTextual() || (!range.isMissingNode() && range.size() != 2)) {
      throw Refused.malformed("query", "q, and a timeRange of two times in milliseconds");
    }
    @Nullable Object series =
        asked.matches() ? hosts(query, columns(asked.group(1)), workspaceId) : none();
    return Fields.of("series", series)
        .and("search_after", List.of())
        .and("async_id", "")
        .and("is_running", false);
  }

  private static List<String> columns(@Nullable String names) {
    return names == null || names.isBlank() || names.contains("*")
        ? ALL
        : Arrays.stream(names.split(",", -1)).map(String::strip).toList();
  }

  private @Nullable Object hosts(JsonNode query, List<String> columns, String workspaceId) {
    int limit = query.path("limit").asInt(MOST_ROWS);
    List<List<@Nullable Object>> rows =
        workspaces.dataKits(workspaceId).stream()
            .filter(row -> within(query.path("timeRange"), row.firstSeenAt()))
            .limit(limit)
            .map(row -> row(row, columns))
            .toList();
    if (rows.isEmpty()) {
      return none();
    }
    List<String> names = new ArrayList<>(List.of("time"));
    names.addAll(columns);
    return List.of(Fields.of("name", "HOST").and("columns", names).and("values", rows));
  }

  /** A DataKit goes on reporting, so that it is seen at any time after its first report. */
  private static boolean within(JsonNode range, Instant since) {
    return range.isMissingNode() || since.toEpochMilli() <= range.path(1).asLong();
  }

  private static List<@Nullable Object> row(DataKitRow row, List<String> columns) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.firstSeenAt().toEpochMilli());
    for (String column : columns) {
      values.add(
          switch (column) {
            case "host", "name" -> row.host();
            case "host_ip" -> "10.0.0.1";
            case "os" -> "linux";
            case "datakit_ver" -> DataKitRow.VERSION;
            case "class" -> "HOST";
            default -> null;
          });
    }
    return values;
  }

  /** Nothing is an empty list by one call, and null by the next. */
  private @Nullable Object none() {
    return empties.getAndIncrement() % 2 == 0 ? List.of() : null;
  }
}
