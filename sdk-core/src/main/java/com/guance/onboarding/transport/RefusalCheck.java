package com.guance.onboarding.transport;

import com.guance.onboarding.error.OnboardingException;
import java.util.Optional;

/**
 * Finds the no inside a successful HTTP answer, for services that refuse with status 200. What it
 * finds is treated like any other refusal: retried if it is retryable and the call may be repeated.
 *
 * @param <T> the answer's type
 */
@FunctionalInterface
public interface RefusalCheck<T> {

  /**
   * Looks for a refusal.
   *
   * @param body the decoded answer
   * @param answer the same answer as it came, for its status, headers and a prepared {@link
   *     RemoteAnswer#refusal() refusal}
   * @return the exception to throw, empty if the answer is a yes
   */
  Optional<? extends OnboardingException> refused(T body, RemoteAnswer answer);
}
