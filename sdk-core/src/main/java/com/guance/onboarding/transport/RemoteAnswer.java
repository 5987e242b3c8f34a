package com.guance.onboarding.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.Refusal;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came: status, headers, body. Given to an {@link ErrorDecoder}, and a possible
 * return type of a Retrofit method. Used by one thread.
 */
public final class RemoteAnswer {

  private static final JsonDecoder<JsonNode> TREE = JsonDecoder.of(JsonNode.class);
  private static final String REQUEST_ID = "X-Request-Id";

  private final JsonDecoder.Origin origin;
  private final int status;
  private final Headers headers;
  private final byte[] body;
  private final Optional<Duration> retryAfter;
  private @Nullable JsonNode tree;

  RemoteAnswer(
      JsonDecoder.Origin origin,
      int status,
      Headers headers,
      byte[] body,
      Optional<Duration> retryAfter) {
    this.origin = origin;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /**
   * Who answered.
   *
   * @return the provider's name
   */
  public String provider() {
    return origin.provider();
  }

  /**
   * What it was asked.
   *
   * @return stable words such as {@code find order}
   */
  public String operation() {
    return origin.operation();
  }

  /**
   * The HTTP status.
   *
   * @return the status
   */
  public int status() {
    return status;
  }

  /**
   * One header.
   *
   * @param name its name, in any case
   * @return its last value, empty if it was not sent
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * The id of the call: the one that the remote side sent back, else ours.
   *
   * @return the id
   */
  public Optional<String> requestId() {
    return header(REQUEST_ID).or(() -> Optional.ofNullable(origin.requestId()));
  }

  /**
   * How long the remote side asked to be left alone, in either form of {@code Retry-After}.
   *
   * @return the wait, a day at most; empty if it named none
   */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /**
   * The body as JSON, read when first asked for.
   *
   * @return the tree; a missing node if the body is not JSON, never null
   */
  public JsonNode json() {
    JsonNode known = tree;
    if (known == null) {
      known = parse();
      tree = known;
    }
    return known;
  }

  /**
   * One value of the JSON body.
   *
   * @param path the names that lead to it, from outside in
   * @return the value as text; empty if there is none, or an object or a list
   */
  public Optional<String> text(String... path) {
    JsonNode node = json();
    for (String name : path) {
      node = node.path(name);
    }
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }

  /**
   * The body's bytes.
   *
   * @return a copy, after decompression; an unsuccessful answer may be cut at the size limit
   */
  public byte[] bytes() {
    return body.clone();
  }

  /**
   * Whether the body is a JSON list, as far as its beginning tells.
   *
   * @return true if the first character that is no blank opens a list
   */
  public boolean isList() {
    for (byte b : body) {
      if (b > ' ') {
        return b == '[';
      }
    }
    return false;
  }

  /**
   * Reads the body.
   *
   * @param decoder reads it
   * @param <T> what is read
   * @return the value
   * @throws ProtocolException if there is no such value in it
   */
  public <T> T decode(JsonDecoder<T> decoder) {
    return decoder.decode(body, origin);
  }

  /**
   * Starts the description of a refusal with what every answer has: provider, operation, status,
   * request id and wait.
   *
   * @return a new builder, to be completed with code, field and rule
   */
  public Refusal.Builder refusal() {
    return Refusal.of(provider(), operation())
        .status(status)
        .requestId(requestId().orElse(null))
        .retryAfter(retryAfter.orElse(null));
  }

  /**
   * Says who answered what with which status.
   *
   * @return no header and nothing of the body
   */
  @Override
  public String toString() {
    return provider() + " " + operation() + ": HTTP " + status;
  }

  private JsonNode parse() {
    try {
      return TREE.decode(body, origin);
    } catch (ProtocolException e) {
      return MissingNode.getInstance();
    }
  }
}
