package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One of the documents under docs/api, and whether a JSON text is what it says. */
final class OpenApi {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private final JsonNode document;
  private final Map<String, JsonNode> operations = new TreeMap<>();
  private final Map<String, String> addresses = new TreeMap<>();

  private OpenApi(JsonNode document, String base) {
    this.document = document;
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method -> {
                          String id = method.getValue().get("operationId").asText();
                          operations.put(id, method.getValue());
                          addresses.put(
                              id,
                              method.getKey().toUpperCase(java.util.Locale.ROOT)
                                  + " "
                                  + base
                                  + path.getKey());
                        }));
  }

  static OpenApi read(String file, String base) {
    try {
      return new OpenApi(
          new YAMLMapper().readTree(Path.of("..", "docs", "api", file).toFile()), base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Method and address of each operation, by its id. */
  Map<String, String> addresses() {
    return addresses;
  }

  /** The names that the JSON object of a request may have, by the operation's id. */
  Map<String, Set<String>> requestFields() {
    Map<String, Set<String>> fields = new TreeMap<>();
    operations.forEach(
        (id, operation) -> {
          Set<String> names = new TreeSet<>();
          requestSchema(operation).path("properties").fieldNames().forEachRemaining(names::add);
          fields.put(id, names);
        });
    return fields;
  }

  /** Whether the JSON object of a request may have no names but those. */
  boolean strict(String operation) {
    JsonNode schema =
        requestSchema(java.util.Objects.requireNonNull(operations.get(operation), operation));
    return schema.isMissingNode() || !schema.path("additionalProperties").asBoolean(true);
  }

  private JsonNode requestSchema(JsonNode operation) {
    return resolve(operation.at("/requestBody/content/application~1json/schema"));
  }

  JsonNode document() {
    return document;
  }

  /** What is wrong with an answer; empty when it is as described. */
  List<String> violations(String operation, int status, JsonNode answer) {
    JsonNode responses =
        java.util.Objects.requireNonNull(operations.get(operation), operation).get("responses");
    JsonNode response = resolve(responses.path(Integer.toString(status)));
    if (response.isMissingNode()) {
      return List.of(operation + " describes no status " + status);
    }
    JsonNode schema = response.at("/content/application~1json/schema");
    List<String> found = new ArrayList<>();
    check(operation, schema, answer, found);
    return found;
  }

  /** What is wrong with the examples of requests and answers. */
  List<String> exampleViolations() {
    List<String> found = new ArrayList<>();
    for (JsonNode media : document.findValues("application/json")) {
      media
          .path("examples")
          .properties()
          .forEach(
              example ->
                  check(
                      example.getKey(),
                      media.get("schema"),
                      example.getValue().get("value"),
                      found));
    }
    return found;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private void check(String at, JsonNode reference, JsonNode value, List<String> found) {
    JsonNode schema = resolve(reference);
    if (schema.has("oneOf")) {
      if (!fitsOne(at, schema.get("oneOf"), value)) {
        found.add(at + " fits no alternative");
      }
      return;
    }
    if (schema.has("type") && !types(schema.get("type")).contains(type(value))) {
      found.add(at + " is " + type(value));
    }
    if (schema.has("enum") && !schema.get("enum").toString().contains(value.toString())) {
      found.add(at + " is none of the values");
    }
    if (schema.has("pattern") && !value.asText().matches(schema.get("pattern").asText())) {
      found.add(at + " breaks the pattern");
    }
    if (value.isObject()) {
      fields(at, schema, value, found);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      check(at + "/" + i, schema.get("items"), value.get(i), found);
    }
  }

  private boolean fitsOne(String at, JsonNode alternatives, JsonNode value) {
    for (JsonNode alternative : alternatives) {
      List<String> found = new ArrayList<>();
      check(at, alternative, value, found);
      if (found.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void fields(String at, JsonNode schema, JsonNode value, List<String> found) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        found.add(at + " lacks " + required.asText());
      }
    }
    value
        .properties()
        .forEach(
            field -> {
              JsonNode known = schema.path("properties").path(field.getKey());
              if (known.isMissingNode()) {
                found.add(at + " has the undescribed " + field.getKey());
              } else {
                check(at + "/" + field.getKey(), known, field.getValue(), found);
              }
            });
  }

  private static Set<String> types(JsonNode type) {
    Set<String> types = new java.util.HashSet<>();
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asText()));
    } else {
      types.add(type.asText());
    }
    return types;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> "integer";
      case ARRAY -> "array";
      case NULL -> "null";
      default -> "object";
    };
  }
}
