package com.guance.onboarding.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One operation: its id in the OpenAPI document, its method and path, and what it does. */
record Route(String operation, String method, List<String> path, Keys keys, Handler handler) {

  /** What an idempotency key does for an operation. */
  enum Keys {
    /** It takes none. */
    NONE,
    /** The first answer is given again. */
    ANSWER,
    /** The external reference is what makes it happen once. */
    REFERENCE
  }

  /** What an operation does, inside the world's lock. */
  interface Handler extends Function<Call, Answer> {}

  static Route get(String operation, String path, Handler handler) {
    return new Route(operation, "GET", parts(path), Keys.NONE, handler);
  }

  static Route post(String operation, String path, Handler handler) {
    return new Route(operation, "POST", parts(path), Keys.ANSWER, handler);
  }

  static Route postOnce(String operation, String path, Handler handler) {
    return new Route(operation, "POST", parts(path), Keys.REFERENCE, handler);
  }

  /** A change that does the same however often it is sent, so that it needs no key. */
  static Route repeatable(String operation, String method, String path, Handler handler) {
    return new Route(operation, method, parts(path), Keys.NONE, handler);
  }

  /** The same operation; a body that says more than these fields is refused. */
  Route only(String... fields) {
    return new Route(operation, method, path, keys, new StrictHandler(List.of(fields), handler));
  }

  static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return List.copyOf(parts);
  }

  String template() {
    return "/" + String.join("/", path);
  }

  /** The values of the path's variables, empty when the path is another one. */
  Optional<Map<String, String>> match(List<String> actual) {
    return match(path, actual);
  }

  static Optional<Map<String, String>> match(List<String> path, List<String> actual) {
    if (actual.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < actual.size(); i++) {
      String part = path.get(i);
      if (part.startsWith("{")) {
        values.put(part.substring(1, part.length() - 1), actual.get(i));
      } else if (!part.equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
