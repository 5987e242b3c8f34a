package com.guance.onboarding.examples.backend;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back for a page.
 *
 * @param status the HTTP status
 * @param headers the headers, with those that keep browsers careful
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once
record WebAnswer(int status, Map<String, String> headers, byte[] body) {

  private static final int OK = 200;
  private static final int SEE_OTHER = 303;

  private static final Map<String, String> CAREFUL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none';"
              + " base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  static WebAnswer html(int status, Html body) {
    return text(status, "text/html; charset=utf-8", body.toString());
  }

  static WebAnswer html(Html body) {
    return html(OK, body);
  }

  static WebAnswer json(int status, String body) {
    return text(status, "application/json", body);
  }

  static WebAnswer text(int status, String type, String body) {
    Map<String, String> headers = new LinkedHashMap<>(CAREFUL);
    headers.put("Content-Type", type);
    return new WebAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Only to addresses of this backend: a path is all that is taken. */
  static WebAnswer seeOther(String path) {
    Map<String, String> headers = new LinkedHashMap<>(CAREFUL);
    headers.put("Location", path);
    return new WebAnswer(SEE_OTHER, headers, new byte[0]);
  }

  WebAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new WebAnswer(status, more, body);
  }
}
