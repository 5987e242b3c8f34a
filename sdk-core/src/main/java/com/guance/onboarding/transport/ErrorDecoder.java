package com.guance.onboarding.transport;

import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;

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
    return answer -> byStatus(answer.status(), answer.refusal().build());
  }

  /**
   * What HTTP itself says about a refusal, for tables that know more than the status of some.
   *
   * @param status the HTTP status, or a code that a remote side means like one
   * @param refusal what is known of the refusal
   * @return the exception to throw
   */
  static RemoteException byStatus(int status, Refusal refusal) {
    return switch (status) {
      case 400, 422 -> new InvalidRequestException(refusal);
      case 401 -> new AuthenticationException(refusal);
      case 403 -> new PermissionException(refusal);
      case 404, 410 -> new NotFoundException(refusal);
      case 409 -> new ConflictException(refusal);
      case 429 -> new RateLimitedException(refusal);
      case 408, 425 -> new UnavailableException(refusal);
      default -> status >= 500 ? new UnavailableException(refusal) : new RemoteException(refusal);
    };
  }
}
