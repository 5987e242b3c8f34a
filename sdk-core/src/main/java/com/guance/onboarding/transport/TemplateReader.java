package com.guance.onboarding.transport;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * Reads the annotations of methods that are as most are: a path of plain segments, some of them to
 * fill in, queries, headers, a JSON body. Their requests need no Retrofit, which parses the whole
 * address anew for each and tests every segment with an expression: with it a read took an eighth
 * longer than by hand. Retrofit makes those of all other methods, and would make the same ones of
 * these.
 */
final class TemplateReader {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]+");
  private static final Pattern PLAIN_QUERY = Pattern.compile("[A-Za-z0-9._=&-]*");
  private static final Set<Class<?>> TEXTS =
      Set.of(
          String.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          boolean.class,
          Boolean.class);

  private final Method method;
  private final HttpUrl base;
  private final Map<String, Integer> segments = new HashMap<>();
  private final List<RequestTemplate.Part> queries = new ArrayList<>();
  private final List<RequestTemplate.Part> headers = new ArrayList<>();
  private RequestTemplate.@Nullable Content content;

  private TemplateReader(Method method, HttpUrl base) {
    this.method = method;
    this.base = base;
  }

  /**
   * The template of a method.
   *
   * @param base the address that paths are appended to; its own path ends with a slash
   * @return empty where the method is not as most are
   */
  static Optional<RequestTemplate> read(Method method, HttpUrl base) {
    Annotation[] annotations = method.getAnnotations();
    String path = annotations.length == 1 ? Endpoint.path(annotations[0]) : null;
    return path == null || annotations[0] instanceof HTTP
        ? Optional.empty()
        : new TemplateReader(method, base)
            .template(annotations[0].annotationType().getSimpleName(), path);
  }

  private Optional<RequestTemplate> template(String verb, String path) {
    int end = path.indexOf('?');
    String query = end < 0 ? "" : path.substring(end + 1);
    boolean takesBody = WITH_BODY.contains(verb);
    if (!parameters() || (content != null && !takesBody) || !PLAIN_QUERY.matcher(query).matches()) {
      return Optional.empty();
    }
    HttpUrl.Builder beginning = base.newBuilder().encodedQuery(query.isEmpty() ? null : query);
    List<RequestTemplate.Part> rest = new ArrayList<>();
    for (String segment : (end < 0 ? path : path.substring(0, end)).split("/", -1)) {
      RequestTemplate.Part part = part(segment);
      if (part == null) {
        return Optional.empty();
      }
      if (part.isFixed() && rest.isEmpty()) {
        beginning.addPathSegment(segment);
      } else {
        rest.add(part);
      }
    }
    return segments.isEmpty()
        ? Optional.of(
            new RequestTemplate(
                new RequestTemplate.Head(verb, beginning.build(), takesBody),
                rest,
                queries,
                headers,
                content))
        : Optional.empty();
  }

  private RequestTemplate.@Nullable Part part(String segment) {
    if (!segment.startsWith("{") || !segment.endsWith("}")) {
      return PLAIN.matcher(segment).matches() ? RequestTemplate.Part.fixed(segment) : null;
    }
    String name = segment.substring(1, segment.length() - 1);
    Integer argument = segments.remove(name);
    return argument == null ? null : new RequestTemplate.Part(name, argument);
  }

  private boolean parameters() {
    Annotation[][] annotations = method.getParameterAnnotations();
    for (int i = 0; i < annotations.length; i++) {
      if (annotations[i].length != 1 || !parameter(i, annotations[i][0])) {
        return false;
      }
    }
    return true;
  }

  private boolean parameter(int index, Annotation annotation) {
    Class<?> type = method.getParameterTypes()[index];
    if (annotation instanceof Body) {
      return content == null && !RequestBody.class.isAssignableFrom(type) && body(index);
    }
    if (!TEXTS.contains(type)) {
      return false;
    }
    if (annotation instanceof Path path) {
      return !path.encoded() && segments.put(path.value(), index) == null;
    }
    if (annotation instanceof Query query) {
      return !query.encoded() && queries.add(new RequestTemplate.Part(query.value(), index));
    }
    return annotation instanceof Header header
        && !header.value().equalsIgnoreCase("Content-Type")
        && headers.add(new RequestTemplate.Part(header.value(), index));
  }

  private boolean body(int index) {
    Type type = method.getGenericParameterTypes()[index];
    content =
        new RequestTemplate.Content(
            LenientJson.mapper().writerFor(LenientJson.mapper().constructType(type)), index);
    return true;
  }
}
