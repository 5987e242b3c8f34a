package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The form in which KooGallery sends and signs a body: top level sorted, compact, no nulls. */
final class Payload {

  private Payload() {}

  static byte[] of(Fields fields) {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>(fields.asMap());
    sorted.values().removeIf(value -> value == null);
    return Hmac.utf8(Json.text(sorted));
  }

  /** The signed form of a body that was written otherwise. */
  static byte[] of(byte[] body) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    Json.object(body).properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    sorted.values().removeIf(JsonNode::isNull);
    return Hmac.utf8(Json.text(sorted));
  }
}
