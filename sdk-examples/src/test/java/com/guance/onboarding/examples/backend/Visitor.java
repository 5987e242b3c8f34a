package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of a browser, or a program that speaks JSON. Follows no redirects. */
public final class Visitor {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LOOK_EVERY_NANOS = 20_000_000;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI base;

  /** Somebody who looks at the pages of one address. */
  public Visitor(URI base) {
    this.base = base;
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> page(String path) {
    return send(to(path).header("Accept", "text/html"));
  }

  HttpResponse<String> form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Posts JSON. */
  public HttpResponse<String> postJson(String path, String body) {
    return send(
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  /** Reads JSON. */
  public JsonNode json(String path) {
    return tree(send(to(path).header("Accept", "application/json")));
  }

  /** The JSON of an answer. */
  public static JsonNode tree(HttpResponse<String> answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body(), e);
    }
  }

  /** What the page's forms carry. */
  static String formToken(HttpResponse<String> page) {
    Matcher matcher = TOKEN.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError("no form on the page: " + page.body());
    }
    return matcher.group(1);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Looks until it is so, and gives what was seen then. */
  JsonNode until(String path, Predicate<JsonNode> condition) {
    return until(path, condition, () -> {});
  }

  /** The same; what does not come for a while may need a push. */
  public JsonNode until(String path, Predicate<JsonNode> condition, Runnable push) {
    long end = System.nanoTime() + LONGEST.toNanos();
    long patience = System.nanoTime() + PATIENCE.toNanos();
    JsonNode seen = json(path);
    while (!condition.test(seen)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("still not so: " + seen);
      } else if (System.nanoTime() - patience > 0) {
        push.run();
        patience = System.nanoTime() + PATIENCE.toNanos();
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
      seen = json(path);
    }
    return seen;
  }
}
