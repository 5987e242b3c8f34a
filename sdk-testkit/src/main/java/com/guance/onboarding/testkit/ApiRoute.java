package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One operation of Guance's own APIs.
 *
 * @param operation its name for faults and counts
 * @param api the API it belongs to
 * @param method the method
 * @param path the parts of the path
 * @param handler what it does, inside the world's lock
 */
record ApiRoute(
    String operation, GuanceApi api, String method, List<String> path, Handler handler) {

  /** What an operation does; what it returns is the answer. */
  interface Handler extends Function<ApiCall, Answer> {}

  static ApiRoute of(String operation, GuanceApi api, String method, String path, Handler handler) {
    return new ApiRoute(operation, api, method, Route.parts(path), handler);
  }

  /** The values of the path's variables, empty when the request is for another operation. */
  Optional<Map<String, String>> match(WebRequest request, List<String> actual) {
    return method.equals(request.method()) && api.means(request)
        ? Route.match(path, actual)
        : Optional.empty();
  }
}
