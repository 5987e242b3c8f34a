package com.guance.onboarding.testkit;

import java.util.List;
import java.util.function.Function;

/** An address that sellers, sign-in libraries and browsers call; it sees the bytes as they came. */
record WebRoute(String method, List<String> path, Handler handler) {

  /** What an address does. */
  interface Handler extends Function<WebRequest, Answer> {}

  static WebRoute of(String method, String path, Handler handler) {
    return new WebRoute(method, Route.parts(path), handler);
  }

  boolean matches(String givenMethod, List<String> givenPath) {
    return method.equals(givenMethod) && path.equals(givenPath);
  }
}
