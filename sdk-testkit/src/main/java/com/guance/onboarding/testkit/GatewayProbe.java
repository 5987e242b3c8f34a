package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Calls a gateway by the letter of the contract, without any of the SDK's own care. */
final class GatewayProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client;
  private final String base;
  private final Optional<Secret> bearer;

  private GatewayProbe(HttpClient client, String base, Optional<Secret> bearer) {
    this.client = client;
    this.base = base;
    this.bearer = bearer;
  }

  static GatewayProbe of(URI baseUrl, String path, Optional<Secret> bearer) {
    String text = baseUrl.toString();
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return new GatewayProbe(
        HttpClient.newBuilder().connectTimeout(PATIENCE).build(), base + path, bearer);
  }

  GatewayProbe with(Secret other) {
    return new GatewayProbe(client, base, Optional.of(other));
  }

  GatewayReply get(String path) {
    return send(request(path).GET());
  }

  GatewayReply post(String path, String key, Fields body) {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(Json.text(body.asMap()))));
  }

  GatewayReply postWithoutKey(String path, Fields body) {
    return send(request(path).POST(BodyPublishers.ofString(Json.text(body.asMap()))));
  }

  GatewayReply postText(String path, String key, String text) {
    return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(text)));
  }

  GatewayReply put(String path, Fields body) {
    return send(request(path).PUT(BodyPublishers.ofString(Json.text(body.asMap()))));
  }

  /** A value inside a path or a query. */
  static String in(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json");
    bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
    return request;
  }

  private GatewayReply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return GatewayReply.of(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Retry-After").isPresent());
    } catch (IOException e) {
      throw Unfit.failed("no answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unfit.skipped("interrupted");
    }
  }
}
