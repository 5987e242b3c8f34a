package com.guance.onboarding.transport;

import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;

/** What HTTP itself says about a failure. */
final class StatusErrors {

  private StatusErrors() {}

  static RemoteException decode(RemoteAnswer answer) {
    return of(answer.status(), answer.refusal().build());
  }

  static RemoteException of(int status, Refusal refusal) {
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
