package com.guance.onboarding.transport;

import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.UnavailableException;
import io.github.resilience4j.retry.Retry;
import java.time.Clock;
import java.time.Duration;

/** Sends a call until it is answered, must not be repeated, or has no time left. Thread-safe. */
final class Repetition {

  private final TransportRuntime runtime;
  private final Wire wire;
  private final Retries retries;
  private final long longestAttempt;

  Repetition(String provider, HttpSettings settings, TransportRuntime runtime, Wire wire) {
    this.runtime = runtime;
    this.wire = wire;
    this.retries = new Retries(provider, settings, runtime.random());
    this.longestAttempt = settings.attemptTimeout().toMillis();
  }

  /** The answer; if there is none, what the last attempt ended with is thrown. */
  <T> T run(Exchange<T> exchange, long end) {
    Clock clock = runtime.clock();
    Retry.AsyncContext<Object> course = null;
    OnboardingException last = null;
    for (int attempt = 1; ; attempt++) {
      if (Thread.currentThread().isInterrupted()) {
        throw Failures.interrupted(exchange, last);
      }
      long left = Math.max(1, end - clock.millis());
      try {
        return wire.attempt(exchange, attempt, Math.min(longestAttempt, left));
      } catch (OnboardingException failure) {
        last = failure;
        noteEffect(exchange, failure);
        course = course == null ? retries.begin(exchange.kind) : course;
        long wait = course.onError(failure);
        if (wait < 0 || wait >= end - clock.millis()) {
          throw failure;
        }
        pause(exchange, wait, failure);
        if (wire.isClosed()) {
          throw failure;
        }
      }
    }
  }

  /** A "500" or "504" may come after the effect, like silence. */
  private static void noteEffect(Exchange<?> exchange, OnboardingException failure) {
    if (failure instanceof UnavailableException) {
      exchange.mayHaveArrived();
    }
  }

  private void pause(Exchange<?> exchange, long millis, OnboardingException last) {
    try {
      runtime.sleeper().sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(exchange, last);
    }
  }
}
