package com.guance.onboarding.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of one method of a Retrofit interface from what {@link TemplateReader} has
 * found out about it once. Immutable and thread-safe.
 */
final class RequestTemplate {

  private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");
  private static final RequestBody EMPTY = RequestBody.create(new byte[0], null);

  private final Head head;
  private final List<Part> path;
  private final List<Part> queries;
  private final List<Part> headers;
  private final @Nullable Content content;

  RequestTemplate(
      Head head,
      List<Part> path,
      List<Part> queries,
      List<Part> headers,
      @Nullable Content content) {
    this.head = head;
    this.path = List.copyOf(path);
    this.queries = List.copyOf(queries);
    this.headers = List.copyOf(headers);
    this.content = content;
  }

  /**
   * What is the same in all of its requests.
   *
   * @param verb the HTTP method
   * @param beginning the address up to where {@link #path} goes on
   * @param takesBody whether the HTTP method wants a body, if only an empty one
   */
  record Head(String verb, HttpUrl beginning, boolean takesBody) {}

  /**
   * A segment, query or header.
   *
   * @param name its name; a segment itself where it is fixed
   * @param argument which argument has the value; negative where it is fixed
   */
  record Part(String name, int argument) {

    static Part fixed(String segment) {
      return new Part(segment, -1);
    }

    boolean isFixed() {
      return argument < 0;
    }
  }

  /**
   * A body.
   *
   * @param writer writes it as JSON
   * @param argument which argument has it
   */
  record Content(ObjectWriter writer, int argument) {}

  /**
   * The request with these arguments.
   *
   * @throws IllegalArgumentException if a segment or a body is missing, or a segment would lead to
   *     another path; it says nothing of values
   */
  Request fill(@Nullable Object[] arguments) {
    Request.Builder request = new Request.Builder().url(address(arguments));
    for (Part header : headers) {
      Object value = arguments[header.argument];
      if (value != null) {
        request.addHeader(header.name, value.toString());
      }
    }
    return request.method(head.verb, body(arguments)).build();
  }

  private HttpUrl address(@Nullable Object[] arguments) {
    HttpUrl.Builder address = head.beginning.newBuilder();
    for (Part segment : path) {
      address.addPathSegment(segment.isFixed() ? segment.name : segment(segment, arguments));
    }
    for (Part query : queries) {
      Object value = arguments[query.argument];
      if (value != null) {
        address.addQueryParameter(query.name, value.toString());
      }
    }
    return address.build();
  }

  /** OkHttp takes dots for steps through the path, and lets an empty segment vanish. */
  private static String segment(Part segment, @Nullable Object[] arguments) {
    Object value = arguments[segment.argument];
    String text = value == null ? "" : value.toString();
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(segment.name + " is no segment of a path");
    }
    return text;
  }

  private @Nullable RequestBody body(@Nullable Object[] arguments) {
    if (content == null) {
      return head.takesBody ? EMPTY : null;
    }
    Object value = arguments[content.argument];
    if (value == null) {
      throw new IllegalArgumentException("the body is missing");
    }
    try {
      return RequestBody.create(content.writer.writeValueAsBytes(value), JSON);
    } catch (JsonProcessingException e) {
      // Its message quotes the value, so it ends here.
      throw new IllegalArgumentException("the body cannot be written as JSON");
    }
  }
}
