package com.guance.onboarding.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something failed while an onboarding was being worked on: who failed, at what, and whether the
 * same call may succeed later.
 *
 * <p>The family is closed. Its messages are safe to log: stable words first, ids after, never a
 * body, a secret or personal data.
 */
public abstract sealed class OnboardingException extends RuntimeException
    permits RemoteException,
        TransportException,
        ProtocolException,
        CallbackException,
        StoreException {

  private static final long serialVersionUID = 1L;

  private final String provider;
  private final String operation;

  OnboardingException(
      String provider, String operation, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.provider = Objects.requireNonNull(provider, "provider");
    this.operation = Objects.requireNonNull(operation, "operation");
  }

  /**
   * Whose failure it is.
   *
   * @return a stable lower-case name such as {@code huawei}, {@code store} or {@code onboarding}
   */
  public final String provider() {
    return provider;
  }

  /**
   * What was being done.
   *
   * @return stable words such as {@code find order}
   */
  public final String operation() {
    return operation;
  }

  /**
   * Whether the same call may succeed later without anybody mending anything.
   *
   * @return true if waiting can help; says nothing about whether repeating a write is safe
   */
  public abstract boolean isRetryable();

  /**
   * How long the remote side asked to be left alone.
   *
   * @return the wait it named, counted from its answer; empty if it named none
   */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }
}
