package com.guance.onboarding.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way out, as an {@link Authorizer} sees it: everything a signature may cover can
 * be read, headers can be added. Used by one thread, during one attempt.
 */
public final class OutgoingRequest {

  private final Request request;
  private final Request.Builder builder;

  OutgoingRequest(Request request, Request.Builder builder) {
    this.request = request;
    this.builder = builder;
  }

  /**
   * The HTTP method.
   *
   * @return in capitals
   */
  public String method() {
    return request.method();
  }

  /**
   * The whole address.
   *
   * @return with path and query
   */
  public URI uri() {
    return request.url().uri();
  }

  /**
   * The value that the header {@code Host} will have.
   *
   * @return the host, with its port unless that is the scheme's own
   */
  public String host() {
    return Hosts.header(request.url());
  }

  /**
   * The path exactly as it is sent.
   *
   * @return the encoded path, beginning with a slash
   */
  public String rawPath() {
    return request.url().encodedPath();
  }

  /**
   * The query exactly as it is sent.
   *
   * @return the encoded query without the question mark, empty if there is none
   */
  public Optional<String> rawQuery() {
    return Optional.ofNullable(request.url().encodedQuery());
  }

  /**
   * A header that the request has from its interface.
   *
   * @param name its name, in any case
   * @return its value; empty if there is none
   */
  public Optional<String> header(String name) {
    String value = request.header(name);
    if (value == null && name.equalsIgnoreCase("Content-Type")) {
      return contentType(request.body());
    }
    return Optional.ofNullable(value);
  }

  /**
   * Sets a header, in place of one of the same name.
   *
   * @param name its name
   * @param value its value; appears in no message and no log
   * @return this request
   * @throws IllegalArgumentException if HTTP does not allow such a name or value
   */
  public OutgoingRequest header(String name, String value) {
    try {
      builder.header(name, value);
      return this;
    } catch (IllegalArgumentException e) {
      // Its message quotes the value, so it ends here.
      throw new IllegalArgumentException("a header has characters that HTTP does not allow");
    }
  }

  /**
   * The body exactly as it is sent, before any compression.
   *
   * @return a copy of its bytes; empty if there is no body
   */
  public byte[] body() {
    RequestBody body = request.body();
    if (body == null) {
      return new byte[0];
    }
    Buffer copy = new Buffer();
    try {
      body.writeTo(copy);
    } catch (IOException e) {
      throw new UncheckedIOException("a body in memory cannot fail", e);
    }
    return copy.readByteArray();
  }

  /**
   * Says what is asked, without the query.
   *
   * @return method and host
   */
  @Override
  public String toString() {
    return method() + " " + host();
  }

  private static Optional<String> contentType(@Nullable RequestBody body) {
    MediaType type = body == null ? null : body.contentType();
    return Optional.ofNullable(type).map(MediaType::toString);
  }
}
