package com.guance.onboarding.transport;

/**
 * Adds what proves who we are: a bearer token, an API key, a signature.
 *
 * <p>Asked once per attempt, on the calling thread, so that a signature carries the time at which
 * it is sent and a token may be renewed. Must be thread-safe.
 */
@FunctionalInterface
public interface Authorizer {

  /**
   * Adds headers to a request that is about to leave.
   *
   * @param request the request; valid only during this call
   */
  void authorize(OutgoingRequest request);
}
