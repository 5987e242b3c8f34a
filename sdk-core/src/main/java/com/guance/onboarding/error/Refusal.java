package com.guance.onboarding.error;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a remote side said no with: the one description from which every {@link RemoteException} is
 * built, so that an adapter's error table is a list of {@code code -> NotFoundException::new}.
 *
 * <p>Immutable. Text that came over the wire is checked here: a code, field or request id outside
 * {@code [A-Za-z0-9._-]{1,64}} does not get into a message.
 */
public final class Refusal implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String provider;
  private final String operation;
  private final int status;
  private final @Nullable String code;
  private final @Nullable String requestId;
  private final @Nullable String field;
  private final @Nullable String rule;
  private final @Nullable String existingId;
  private final @Nullable Instant allowedFrom;
  private final @Nullable Duration retryAfter;
  private final @Nullable Boolean retryable;

  private Refusal(Builder from) {
    provider = from.provider;
    operation = from.operation;
    status = from.status;
    code = from.code;
    requestId = from.requestId;
    field = from.field;
    rule = from.rule;
    existingId = from.existingId;
    allowedFrom = from.allowedFrom;
    retryAfter = from.retryAfter;
    retryable = from.retryable;
  }

  /**
   * Starts a description.
   *
   * @param provider who said no, for example {@code huawei}
   * @param operation what it was asked, for example {@code find order}
   * @return a builder with no status, code or id yet
   */
  public static Builder of(String provider, String operation) {
    return new Builder(provider, operation);
  }

  String provider() {
    return provider;
  }

  String operation() {
    return operation;
  }

  int status() {
    return status;
  }

  boolean hasCode() {
    return code != null;
  }

  /** The code, {@code none} if there was none, {@code unreadable code} if it was no code. */
  String code() {
    if (code == null) {
      return "none";
    }
    String safe = SafeText.codeOrNull(code);
    return safe == null ? "unreadable code" : safe;
  }

  Optional<String> requestId() {
    return Optional.ofNullable(SafeText.codeOrNull(requestId));
  }

  Optional<String> field() {
    return Optional.ofNullable(SafeText.codeOrNull(field));
  }

  Optional<String> rule() {
    return Optional.ofNullable(rule);
  }

  Optional<String> existingId() {
    return Optional.ofNullable(existingId);
  }

  Optional<Instant> allowedFrom() {
    return Optional.ofNullable(allowedFrom);
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  boolean isRetryable(boolean byDefault) {
    return retryable == null ? byDefault : retryable;
  }

  String message() {
    return RefusalMessage.of(this);
  }

  @Override
  public String toString() {
    return message();
  }

  /** Collects what is known of a refusal. Not thread-safe. */
  public static final class Builder {

    private final String provider;
    private final String operation;
    private int status;
    private @Nullable String code;
    private @Nullable String requestId;
    private @Nullable String field;
    private @Nullable String rule;
    private @Nullable String existingId;
    private @Nullable Instant allowedFrom;
    private @Nullable Duration retryAfter;
    private @Nullable Boolean retryable;

    private Builder(String provider, String operation) {
      this.provider = Objects.requireNonNull(provider, "provider");
      this.operation = Objects.requireNonNull(operation, "operation");
    }

    /**
     * Sets the HTTP status.
     *
     * @param httpStatus the status, 0 if the refusal is our own
     * @return this builder
     */
    public Builder status(int httpStatus) {
      status = httpStatus;
      return this;
    }

    /**
     * Sets the code of the body.
     *
     * @param bodyCode the code as it came, null if there was none
     * @return this builder
     */
    public Builder code(@Nullable String bodyCode) {
      code = bodyCode;
      return this;
    }

    /**
     * Sets the id by which the remote side can find the call in its logs.
     *
     * @param id the id as it came, null if there was none
     * @return this builder
     */
    public Builder requestId(@Nullable String id) {
      requestId = id;
      return this;
    }

    /**
     * Sets which field of the request was refused.
     *
     * @param name the field's name, null if the remote side named none
     * @return this builder
     */
    public Builder field(@Nullable String name) {
      field = name;
      return this;
    }

    /**
     * Sets the rule that was broken. It goes into messages and must be in our own words: a remote
     * side's sentence may quote what a customer typed.
     *
     * @param words the rule, null if it is not known
     * @return this builder
     */
    public Builder rule(@Nullable String words) {
      rule = words == null ? null : SafeText.sentence(words);
      return this;
    }

    /**
     * Sets the id of the thing that is there already; never part of a message.
     *
     * @param id the id, null if the remote side named none
     * @return this builder
     */
    public Builder existingId(@Nullable String id) {
      existingId = id;
      return this;
    }

    /**
     * Sets when the same may be asked for again; never part of a message.
     *
     * @param time the time, null if the remote side named none
     * @return this builder
     */
    public Builder allowedFrom(@Nullable Instant time) {
      allowedFrom = time;
      return this;
    }

    /**
     * Sets how long the remote side asked to be left alone.
     *
     * @param wait the wait, null if it named none
     * @return this builder
     */
    public Builder retryAfter(@Nullable Duration wait) {
      retryAfter = wait;
      return this;
    }

    /**
     * Overrides what the exception's type says about retrying.
     *
     * @param worthIt whether the same call may succeed later
     * @return this builder
     */
    public Builder retryable(boolean worthIt) {
      retryable = worthIt;
      return this;
    }

    /**
     * Finishes the description.
     *
     * @return what was collected
     */
    public Refusal build() {
      return new Refusal(this);
    }
  }
}
