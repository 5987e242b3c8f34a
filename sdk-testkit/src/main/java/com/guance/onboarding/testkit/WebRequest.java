package com.guance.onboarding.testkit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A request as it came over the wire, for what is signed or comes from a browser.
 *
 * @param method the method
 * @param rawPath the path as it was sent, percent-encoded
 * @param rawQuery the query as it was sent, empty when there was none
 * @param headers the headers' first values, names in lower case
 * @param body the bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are signed; nobody compares requests
record WebRequest(
    String method, String rawPath, String rawQuery, Map<String, String> headers, byte[] body) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Map<String, String> query() {
    return pairs(rawQuery);
  }

  /** The fields of an HTML form. */
  Map<String, String> form() {
    return pairs(new String(body, StandardCharsets.UTF_8));
  }

  /** Names and values; a name that is there twice has its last value. */
  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? List.<String>of() : List.of(text.split("&", -1))) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      pairs.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return pairs;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Names and values in one text. */
  static String joined(Map<String, String> pairs, String between, UnaryOperator<String> written) {
    return pairs.entrySet().stream()
        .map(pair -> written.apply(pair.getKey()) + "=" + written.apply(pair.getValue()))
        .collect(Collectors.joining(between));
  }

  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.malformed("", "the address must be percent-encoded UTF-8");
    }
  }
}
