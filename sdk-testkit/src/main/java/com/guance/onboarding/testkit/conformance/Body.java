package com.guance.onboarding.testkit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a request, in the order in which they were said. */
final class Body {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> fields = new LinkedHashMap<>();

  static Body of(String name, Object value) {
    return new Body().and(name, value);
  }

  Body and(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  Body without(String name) {
    fields.remove(name);
    return this;
  }

  /** As KooGallery sends and signs it: compact, the names of the top level in order. */
  byte[] bytes() {
    return write(new TreeMap<>(fields));
  }

  /** Compact, in the order in which it was said. */
  byte[] unsorted() {
    return write(fields);
  }

  /** Not compact, in the order in which it was said. */
  byte[] spread() {
    try {
      return Signer.utf8(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a body of ours cannot be written", e);
    }
  }

  private static byte[] write(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsBytes(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a body of ours cannot be written", e);
    }
  }
}
