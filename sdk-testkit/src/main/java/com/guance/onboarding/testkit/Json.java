package com.guance.onboarding.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON in and out, without a word of the SDK's own. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The object in a body; an empty body is an empty object. */
  static ObjectNode object(byte[] body) {
    if (body.length == 0) {
      return MAPPER.createObjectNode();
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(body);
    } catch (IOException e) {
      throw Refused.malformed("", "the body must be JSON");
    }
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw Refused.malformed("", "the body must be a JSON object");
  }

  /** Whatever is in a body; empty when it is no JSON. */
  static Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.ofNullable(MAPPER.readTree(body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** An object as names and values. */
  static Map<String, @Nullable Object> map(JsonNode object) {
    return MAPPER.convertValue(object, new TypeReference<Map<String, @Nullable Object>>() {});
  }

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the emulator cannot write its own answer", e);
    }
  }
}
