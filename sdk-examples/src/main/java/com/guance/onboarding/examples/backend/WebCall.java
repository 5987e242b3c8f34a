package com.guance.onboarding.examples.backend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request for a page, read as far as it is asked. */
final class WebCall {

  private static final int LARGEST_BODY = 64 << 10;

  private final HttpExchange exchange;

  WebCall(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /** The parts of the path between its slashes, decoded. */
  List<String> path() {
    return Arrays.stream(exchange.getRequestURI().getRawPath().split("/", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> decode(part.replace("+", "%2B")))
        .toList();
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(pairs(exchange.getRequestURI().getRawQuery()).get(name));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  Optional<String> cookie(String name) {
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }

  boolean wantsJson() {
    return header("Accept").filter(types -> types.contains("application/json")).isPresent();
  }

  boolean bringsJson() {
    return header("Content-Type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> type.startsWith("application/json"))
        .isPresent();
  }

  byte[] body() throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new Unanswerable(413, "TOO_LARGE", "the body is too large");
    }
    return body;
  }

  /** The fields of a posted form. */
  Map<String, String> form() throws IOException {
    return pairs(new String(body(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> pairs(@Nullable String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unanswerable(400, "MALFORMED", "the address or the form is not well encoded");
    }
  }

  void send(WebAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] body = answer.body();
    boolean silent = method().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
    if (!silent) {
      exchange.getResponseBody().write(body);
    }
  }
}
