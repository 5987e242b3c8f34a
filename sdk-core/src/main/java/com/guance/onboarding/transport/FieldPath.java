package com.guance.onboarding.transport;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says where in a document something is, in names that we agreed on and nothing that was sent. */
final class FieldPath {

  private FieldPath() {}

  static String of(List<JsonMappingException.Reference> path) {
    return path.stream().map(FieldPath::part).collect(Collectors.joining("."));
  }

  private static String part(JsonMappingException.Reference step) {
    if (step.getFieldName() == null) {
      return "[]";
    }
    // The key of a map is data, not a name: it may be a mail address.
    Object from = step.getFrom();
    return from instanceof Map || (from instanceof Class<?> type && isMap(type))
        ? "*"
        : step.getFieldName();
  }

  private static boolean isMap(Class<?> type) {
    return Map.class.isAssignableFrom(type);
  }
}
