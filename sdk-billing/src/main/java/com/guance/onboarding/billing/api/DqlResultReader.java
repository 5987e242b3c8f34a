package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code content.data[].series[]}, with or without the object around the list. */
final class DqlResultReader extends StdDeserializer<DqlResult> {

  private static final long serialVersionUID = 1L;

  DqlResultReader() {
    super(DqlResult.class);
  }

  @Override
  public DqlResult deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode content = context.readTree(parser);
    JsonNode data = content.isArray() ? content : content.path("data");
    List<DqlSeries> series = new ArrayList<>();
    boolean running = flag(content);
    Optional<String> asyncId = asyncId(content);
    for (JsonNode item : list(data, "data", context)) {
      running |= flag(item);
      asyncId = asyncId.isPresent() ? asyncId : asyncId(item);
      for (JsonNode table : list(item.path("series"), "series", context)) {
        series.add(series(table, context));
      }
    }
    return new DqlResult(Collections.unmodifiableList(series), running, asyncId);
  }

  private DqlSeries series(JsonNode table, DeserializationContext context) throws IOException {
    List<String> columns = new ArrayList<>();
    for (JsonNode name : list(table.path("columns"), "columns", context)) {
      columns.add(name.asText());
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (JsonNode row : list(table.path("values"), "values", context)) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (JsonNode cell : list(row, "values", context)) {
        cells.add(cell(cell));
      }
      rows.add(Collections.unmodifiableList(cells));
    }
    return new DqlSeries(List.copyOf(columns), Collections.unmodifiableList(rows));
  }

  private static @Nullable Object cell(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : text(node);
  }

  private static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }

  /** Absent and null are an empty list; anything else that is no list is a mismatch. */
  private JsonNode list(JsonNode node, String name, DeserializationContext context)
      throws IOException {
    if (!node.isArray() && !node.isMissingNode() && !node.isNull()) {
      context.reportInputMismatch(this, "%s is not a list", name);
    }
    return node;
  }

  private static boolean flag(JsonNode node) {
    return node.path("is_running").asBoolean(false);
  }

  private static Optional<String> asyncId(JsonNode node) {
    return Envelope.scalar(node.path("async_id"));
  }
}
