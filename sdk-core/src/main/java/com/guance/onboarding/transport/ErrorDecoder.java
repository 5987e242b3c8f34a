package com.guance.onboarding.transport;

import com.guance.onboarding.error.OnboardingException;

/**
 * One adapter's table from an unsuccessful answer to an exception. Called for every status outside
 * 200 to 299; decides by its type, its {@code isRetryable()} and its {@code retryAfter()} whether
 * the attempt is repeated. Must be thread-safe.
 */
@FunctionalInterface
public interface ErrorDecoder {

  /**
   * Names the failure.
   *
   * @param answer the answer, with a prepared {@link RemoteAnswer#refusal() refusal}
   * @return the exception to throw
   */
  OnboardingException decode(RemoteAnswer answer);

  /**
   * A table that knows nothing but HTTP statuses; the last resort of any other table.
   *
   * @return the decoder
   */
  static ErrorDecoder byStatus() {
    return StatusErrors::decode;
  }
}
