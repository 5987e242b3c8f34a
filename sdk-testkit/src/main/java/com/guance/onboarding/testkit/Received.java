package com.guance.onboarding.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request that has come in, and the way back. */
final class Received {

  private static final int MAX_BODY = 1 << 20;
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final HttpExchange exchange;
  private final String requestId;
  private byte @Nullable [] body;

  Received(HttpExchange exchange, Ids ids) {
    this.exchange = exchange;
    this.requestId =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Request-Id"))
            .filter(id -> REQUEST_ID.matcher(id).matches())
            .orElseGet(() -> ids.next("req-"));
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String requestId() {
    return requestId;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  List<String> path() {
    return Route.parts(exchange.getRequestURI().getRawPath()).stream()
        .map(part -> decode(part.replace("+", "%2B")))
        .toList();
  }

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.malformed("", "the address must be percent-encoded UTF-8");
    }
  }

  /** The request as it came, for what is signed. */
  WebRequest web() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    String query = exchange.getRequestURI().getRawQuery();
    return new WebRequest(
        method(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        body());
  }

  /** The body, however often it is asked for. */
  byte[] body() throws IOException {
    byte[] known = body;
    if (known == null) {
      known = read();
      body = known;
    }
    return known;
  }

  private byte[] read() throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] all = in.readNBytes(MAX_BODY + 1);
      if (all.length > MAX_BODY) {
        throw Refused.of(413, "TOO_LARGE", "the body is too large");
      }
      return all;
    }
  }

  void send(Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("X-Request-Id", requestId);
    byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), text.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(text);
    }
  }

  void refuse(Refused refused) throws IOException {
    send(Answer.refused(refused, requestId));
  }
}
