package com.guance.onboarding.transport;

import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.TransportException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Decides whether a failed call is tried again and after which wait. One shared {@link Retry} per
 * kind of call; it counts attempts and names waits, while the transport does the waiting, because
 * only that knows the deadline.
 */
final class Retries {

  private static final double GROWTH = 2.0;

  private final String provider;
  private final HttpSettings settings;
  private final RandomGenerator random;
  private final Map<Retryable, Retry> byKind = new ConcurrentHashMap<>();

  Retries(String provider, HttpSettings settings, RandomGenerator random) {
    this.provider = provider;
    this.settings = settings;
    this.random = random;
  }

  /** The course of one call, to be told of each failure. */
  Retry.AsyncContext<Object> begin(Retryable kind) {
    return byKind.computeIfAbsent(kind, this::retry).asyncContext();
  }

  private Retry retry(Retryable kind) {
    IntervalFunction longest =
        IntervalFunction.ofExponentialBackoff(
            settings.firstBackoff(), GROWTH, settings.maxBackoff());
    RetryConfig config =
        RetryConfig.custom()
            .maxAttempts(settings.maxAttempts())
            .retryOnException(mayRepeat(kind))
            .intervalBiFunction(
                (attempt, outcome) ->
                    Math.max(spread(longest.apply(attempt), random), askedFor(outcome.getLeft())))
            .build();
    return Retry.of(provider, config);
  }

  private static Predicate<Throwable> mayRepeat(Retryable kind) {
    return failure ->
        failure instanceof OnboardingException known
            && known.isRetryable()
            && (kind != Retryable.WRITE || wasNotSent(known));
  }

  private static boolean wasNotSent(OnboardingException failure) {
    return failure instanceof TransportException unanswered && !unanswered.outcomeUnknown();
  }

  private static long spread(long longest, RandomGenerator random) {
    return longest / 2 + Math.round(longest / 2.0 * random.nextDouble());
  }

  private static long askedFor(Throwable failure) {
    return failure instanceof OnboardingException known
        ? known.retryAfter().map(Duration::toMillis).orElse(0L)
        : 0L;
  }
}
