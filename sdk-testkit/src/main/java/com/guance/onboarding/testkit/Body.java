package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON object of a request, or one inside it; fields are named by their path. */
final class Body {

  private final ObjectNode node;
  private final String path;

  private Body(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static Body of(ObjectNode node) {
    return new Body(node, "");
  }

  static Body empty() {
    return of(JsonNodeFactory.instance.objectNode());
  }

  ObjectNode node() {
    return node;
  }

  /** Refuses any field but these. */
  void only(List<String> fields) {
    for (Map.Entry<String, JsonNode> said : node.properties()) {
      if (!fields.contains(said.getKey())) {
        String taken = fields.isEmpty() ? "none" : String.join(", ", fields);
        throw Refused.malformed(
            path + said.getKey(), "is no field of this operation, which takes " + taken);
      }
    }
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> Refused.invalid(path + name, "is required"));
  }

  Optional<String> optional(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refused.malformed(path + name, "must be a string");
    }
    return Optional.of(value.textValue());
  }

  boolean flag(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw Refused.malformed(path + name, "must be true or false");
    }
    return value.booleanValue();
  }

  int number(String name, int otherwise) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw Refused.malformed(path + name, "must be a whole number");
    }
    return value.intValue();
  }

  List<String> texts(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray() || value.isEmpty()) {
      throw Refused.invalid(path + name, "a list that is not empty");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isTextual()) {
        throw Refused.malformed(path + name, "must be a list of strings");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  Body inner(String name) {
    JsonNode value = node.path(name);
    if (value instanceof ObjectNode object) {
      return new Body(object, path + name + ".");
    }
    throw Refused.invalid(path + name, "is required");
  }
}
