package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.guance.onboarding.transport.JsonDecoder;
import com.guance.onboarding.transport.LenientJson;

/**
 * Reads the answers of one endpoint, with or without their envelope. Make one and keep it; it is
 * thread-safe.
 *
 * @param <T> what the envelope is around
 */
public final class Answers<T> {

  private final JsonDecoder<Envelope<T>> enveloped;
  private final JsonDecoder<T> bare;

  private Answers(JavaType content) {
    JavaType envelope = types().constructParametricType(Envelope.class, content);
    this.enveloped = JsonDecoder.ofType(envelope);
    this.bare = JsonDecoder.ofType(content);
  }

  /**
   * Answers around one thing.
   *
   * @param content its type
   * @param <T> its type
   * @return the reader
   */
  public static <T> Answers<T> of(Class<T> content) {
    return new Answers<>(types().constructType(content));
  }

  /**
   * Answers around a list, in either of its two shapes.
   *
   * @param item the type of its items
   * @param <T> the type of its items
   * @return the reader
   */
  public static <T> Answers<Page<T>> pagesOf(Class<T> item) {
    return new Answers<>(types().constructParametricType(Page.class, item));
  }

  /**
   * Prepares to read the answer of one call.
   *
   * @param errors what a refusal inside a successful answer means
   * @return to be passed along with the call
   */
  public Reading<T> reading(GuanceErrors errors) {
    return new Reading<>(enveloped, bare, errors);
  }

  private static TypeFactory types() {
    return LenientJson.mapper().getTypeFactory();
  }
}
