package com.guance.onboarding.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * A call of one of Guance's own APIs that was let in.
 *
 * @param path the values of the path's variables
 * @param query the values of the query
 * @param body the JSON object of the body
 * @param workspaceId whose key it carries; empty where keys belong to no workspace
 */
record ApiCall(Map<String, String> path, Map<String, String> query, Body body, String workspaceId) {

  String at(String name) {
    return path.getOrDefault(name, "");
  }

  Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return asked(name).orElseThrow(() -> Refused.malformed(name, "is required"));
  }

  int number(String name, int otherwise, int most) {
    try {
      int value = asked(name).map(Integer::parseInt).orElse(otherwise);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, with the other wrong numbers.
    }
    throw Refused.malformed(name, "1 to " + most);
  }
}
