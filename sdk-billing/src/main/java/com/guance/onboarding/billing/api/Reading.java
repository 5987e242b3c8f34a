package com.guance.onboarding.billing.api;

import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.transport.JsonDecoder;
import com.guance.onboarding.transport.RefusalCheck;
import com.guance.onboarding.transport.RemoteAnswer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of one call: first whether it is a yes, then what it says. Whatever cannot be
 * read becomes a {@link ProtocolException} with Guance's {@code traceId}. Used by one thread.
 *
 * @param <T> what the envelope is around
 */
public final class Reading<T> implements RefusalCheck<RemoteAnswer> {

  private static final String CONTENT = "content";

  private final JsonDecoder<Envelope<T>> enveloped;
  private final JsonDecoder<T> bare;
  private final GuanceErrors errors;

  private @Nullable T content;
  private @Nullable RemoteAnswer answer;
  private Optional<String> traceId = Optional.empty();
  private int code;

  Reading(JsonDecoder<Envelope<T>> enveloped, JsonDecoder<T> bare, GuanceErrors errors) {
    this.enveloped = enveloped;
    this.bare = bare;
    this.errors = errors;
  }

  @Override
  public Optional<OnboardingException> refused(RemoteAnswer body, RemoteAnswer same) {
    answer = body;
    Envelope<T> envelope;
    try {
      envelope = body.isList() ? null : body.decode(enveloped);
    } catch (ProtocolException e) {
      return Optional.of(unreadable(body, e));
    }
    if (envelope == null || !envelope.isThere()) {
      return readBare(body);
    }
    Verdict verdict = envelope.verdict();
    traceId = verdict.traceId();
    code = verdict.number();
    content = envelope.content;
    if (content instanceof Page<?> page) {
      page.complete(envelope.pageInfo, requestId(body, traceId));
    }
    return verdict.isRefusal() ? Optional.of(errors.decode(body, verdict)) : Optional.empty();
  }

  /**
   * What the envelope is around.
   *
   * @return the content
   * @throws ProtocolException if the answer was a yes without content
   */
  public T content() {
    return required(CONTENT, content);
  }

  /**
   * What the envelope is around, where its absence means something too.
   *
   * @return the content, empty if there is none
   */
  public Optional<T> optionalContent() {
    return Optional.ofNullable(content);
  }

  /**
   * The code that the envelope gave its own yes.
   *
   * @return the code, 0 if there was none
   */
  public int code() {
    return code;
  }

  /**
   * Insists on a field.
   *
   * @param field its path of names
   * @param value what was read
   * @param <V> its type
   * @return the value
   * @throws ProtocolException if there is none
   */
  public <V> V required(String field, @Nullable V value) {
    if (value == null) {
      throw unreadable(field, "is missing");
    }
    return value;
  }

  /**
   * Describes a field that cannot be used.
   *
   * @param field its path of names
   * @param problem what is wrong with it, in our own words
   * @return the exception, to be thrown
   */
  public ProtocolException unreadable(String field, String problem) {
    RemoteAnswer known = Objects.requireNonNull(answer, "nothing has been read yet");
    return ProtocolException.ofField(
        known.provider(), known.operation(), field, problem, requestId(known, traceId));
  }

  private Optional<OnboardingException> readBare(RemoteAnswer body) {
    try {
      content = body.decode(bare);
      return Optional.empty();
    } catch (ProtocolException e) {
      return Optional.of(unreadable(body, e));
    }
  }

  /**
   * A refusal may come with content of any kind, so that is asked before anything is unreadable.
   */
  private OnboardingException unreadable(RemoteAnswer body, ProtocolException problem) {
    Verdict verdict = Verdict.of(body);
    if (verdict.isRefusal()) {
      return errors.decode(body, verdict);
    }
    String id = requestId(body, verdict.traceId());
    return body.json().isMissingNode()
        ? ProtocolException.ofBody(body.provider(), body.operation(), "is not JSON", id)
        : ProtocolException.ofField(
            body.provider(),
            body.operation(),
            problem.field(),
            "is not of the documented form",
            id);
  }

  private static @Nullable String requestId(RemoteAnswer answer, Optional<String> traceId) {
    return traceId.or(answer::requestId).orElse(null);
  }
}
