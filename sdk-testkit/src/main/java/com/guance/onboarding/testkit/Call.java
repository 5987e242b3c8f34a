package com.guance.onboarding.testkit;

import java.util.Map;
import java.util.Optional;

/** A request as the routes see it: what the path, the query and the body say. */
record Call(Map<String, String> path, Map<String, String> query, Body body) {

  String at(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no such part: " + name);
    }
    return value;
  }

  Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }
}
