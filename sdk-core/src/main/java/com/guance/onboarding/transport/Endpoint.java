package com.guance.onboarding.transport;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** What is fixed about one method of a Retrofit interface: its path's template and its type. */
final class Endpoint {

  private final Type type;
  private final String template;
  private final @Nullable JsonDecoder<Object> decoder;

  Endpoint(Type type, Annotation[] annotations) {
    this.type = type;
    this.template = template(annotations);
    this.decoder = isRaw(type) ? null : JsonDecoder.ofType(type);
  }

  Type type() {
    return type;
  }

  /** The path with its placeholders, which a log may show; no query. */
  String template() {
    return template;
  }

  boolean isVoid() {
    return type == Void.class;
  }

  boolean isAnswer() {
    return type == RemoteAnswer.class;
  }

  Object decode(Buffer body, JsonDecoder.Origin origin) {
    return decoder == null ? body.readByteArray() : decoder.decode(body, origin);
  }

  private static boolean isRaw(Type type) {
    return type == Void.class || type == byte[].class || type == RemoteAnswer.class;
  }

  private static String template(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      String path = path(annotation);
      if (path != null) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
      }
    }
    return "";
  }

  /** The path that an annotation of a method names, with its query; null if it names none. */
  static @Nullable String path(Annotation annotation) {
    if (annotation instanceof GET get) {
      return get.value();
    } else if (annotation instanceof POST post) {
      return post.value();
    } else if (annotation instanceof PUT put) {
      return put.value();
    } else if (annotation instanceof DELETE delete) {
      return delete.value();
    } else if (annotation instanceof PATCH patch) {
      return patch.value();
    } else if (annotation instanceof HEAD head) {
      return head.value();
    }
    return annotation instanceof HTTP http ? http.path() : null;
  }
}
