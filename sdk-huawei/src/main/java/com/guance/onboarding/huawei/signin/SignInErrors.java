package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.ErrorDecoder;
import com.guance.onboarding.transport.RemoteAnswer;
import java.util.Locale;
import java.util.Optional;

/**
 * What sign-in services refuse with (contracts/koogallery.md §5, contracts/orgid-huawei.md A.1,
 * A.6), and what we refuse ourselves.
 */
final class SignInErrors {

  static final String PROVIDER = "huawei";

  private SignInErrors() {}

  /** The table for answers whose status is no success. */
  static OnboardingException decode(RemoteAnswer answer) {
    if (answer.status() >= 300 && answer.status() < 400) {
      return TransportException.untrusted(
          answer.provider(), answer.operation(), "the host redirects, which is not followed", null);
    }
    return refusal(answer, code(answer));
  }

  /** The table for answers whose status is a success: they may name an error all the same. */
  static Optional<OnboardingException> inSuccess(RemoteAnswer answer) {
    return code(answer).map(code -> refusal(answer, Optional.of(code)));
  }

  private static RemoteException refusal(RemoteAnswer answer, Optional<String> code) {
    Refusal.Builder refusal = answer.refusal().code(code.orElse(null));
    return switch (code.orElse("").toLowerCase(Locale.ROOT)) {
      case "invalid_grant" ->
          new InvalidRequestException(
              refusal
                  .field("grant")
                  .rule("it is used up or expired; the member signs in again")
                  .build());
      case "invalid_client", "unauthorized_client" ->
          new AuthenticationException(
              refusal.rule("client id and secret do not belong to this organization").build());
      case "unauthorized",
          "invalid_token",
          "orgid.oauth.4000",
          "orgid.oauth.4001",
          "orgid.oauth.4006" ->
          new AuthenticationException(
              refusal.rule("the token is not valid; the member signs in again").build());
      case "access_denied" -> new PermissionException(refusal.build());
      case "temporarily_unavailable", "server_error" -> new UnavailableException(refusal.build());
      default -> ErrorDecoder.byStatus(answer.status(), refusal.build());
    };
  }

  private static Optional<String> code(RemoteAnswer answer) {
    return answer
        .text("error")
        .or(() -> answer.text("error_code"))
        .map(String::strip)
        .filter(code -> !code.isEmpty());
  }

  /** Our own no: nothing of the request is repeated in it. */
  static PermissionException refused(String operation, String code, String rule) {
    return new PermissionException(Refusal.of(PROVIDER, operation).code(code).rule(rule).build());
  }

  /** Somebody whom we do not know. */
  static NotFoundException unknown(String operation, String code, String rule) {
    return new NotFoundException(Refusal.of(PROVIDER, operation).code(code).rule(rule).build());
  }
}
