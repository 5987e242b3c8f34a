package com.guance.onboarding.huawei.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of a token endpoint, as it comes. */
record TokenPayload(
    @JsonProperty("access_token") @Nullable String accessToken,
    @JsonProperty("refresh_token") @Nullable String refreshToken,
    @JsonProperty("token_type") @Nullable String tokenType,
    @JsonProperty("expires_in") @Nullable Long expiresIn) {

  /** Where the service does not say: the documented two hours. */
  private static final long USUAL_SECONDS = Duration.ofHours(2).toSeconds();

  private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();

  Tokens tokens(String operation, Instant now) {
    if (accessToken == null || !isHeaderText(accessToken)) {
      throw unreadable(operation, "access_token", "is missing or cannot stand in a header");
    }
    if (tokenType != null && !tokenType.equalsIgnoreCase("Bearer")) {
      throw unreadable(operation, "token_type", "is not Bearer");
    }
    long seconds = expiresIn == null ? USUAL_SECONDS : expiresIn;
    return new Tokens(
        Secret.of(accessToken),
        Optional.ofNullable(refreshToken).filter(text -> !text.isEmpty()).map(Secret::of),
        now.plusSeconds(Math.max(0, Math.min(seconds, MOST_SECONDS))));
  }

  private static boolean isHeaderText(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static ProtocolException unreadable(String operation, String field, String problem) {
    return ProtocolException.ofField(SignInErrors.PROVIDER, operation, field, problem, null);
  }

  /** Returns a mask: everything in here is a secret. */
  @Override
  public String toString() {
    return "TokenPayload[***]";
  }
}
