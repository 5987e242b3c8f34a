package com.guance.onboarding.transport;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** One logical call: what stays the same over its attempts. Used by one thread. */
final class Exchange<T> {

  final String operation;
  final Retryable kind;
  final Endpoint endpoint;
  final Request request;
  final JsonDecoder.Origin origin;
  final @Nullable String idempotencyKey;
  final @Nullable RefusalCheck<? super T> check;
  final LastHop.Sent sent = new LastHop.Sent();

  /** Whether an attempt up to now may have changed something over there; never taken back. */
  private boolean mayHaveActed;

  Exchange(
      Retryable kind,
      CallOptions options,
      PreparedCall<T> call,
      JsonDecoder.Origin origin,
      @Nullable RefusalCheck<? super T> check) {
    this.operation = origin.operation();
    this.kind = kind;
    this.endpoint = call.endpoint();
    this.request = request(call, origin);
    this.origin = origin;
    this.idempotencyKey = options.idempotencyKey().orElse(null);
    this.check = check;
  }

  boolean mayHaveActed() {
    return mayHaveActed;
  }

  /** An attempt was read over there, and nothing says that it had no effect. */
  void mayHaveArrived() {
    mayHaveActed = mayHaveActed || kind != Retryable.READ;
  }

  /** Retrofit quotes the argument that it could not encode, so only the kind of mistake is kept. */
  private static Request request(PreparedCall<?> call, JsonDecoder.Origin origin) {
    try {
      return call.request();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          origin.provider()
              + " "
              + origin.operation()
              + ": an argument cannot be encoded ("
              + e.getClass().getSimpleName()
              + ")");
    }
  }
}
