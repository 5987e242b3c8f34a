package com.guance.onboarding.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: a status, headers and a text. */
record Answer(int status, Map<String, String> headers, String body) {

  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json; charset=utf-8");

  static Answer of(int status, Fields body) {
    return new Answer(status, JSON, Json.text(body.asMap()));
  }

  static Answer ok(Fields body) {
    return of(200, body);
  }

  static Answer refused(Refused refused, String requestId) {
    Fields body = Fields.of("error", refused.body()).and("requestId", requestId);
    Answer answer = of(refused.status(), body);
    return refused
        .retryAfter()
        .map(seconds -> answer.with("Retry-After", Long.toString(seconds)))
        .orElse(answer);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, Map.copyOf(more), body);
  }

  Answer with(int otherStatus, String otherBody) {
    return new Answer(otherStatus, headers, otherBody);
  }
}
