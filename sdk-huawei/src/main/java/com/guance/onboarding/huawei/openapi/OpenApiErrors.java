package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.ErrorDecoder;
import com.guance.onboarding.transport.RemoteAnswer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What KooGallery's and the API gateway's codes mean (contracts/koogallery.md §6.1,
 * contracts/orgid-huawei.md B.3). The code decides; the status only where there is no code that
 * this table knows: input errors come with status 500, throttling with 406.
 */
final class OpenApiErrors {

  static final String PROVIDER = "huawei";
  static final String SUCCESS = "MKT.0000";

  private static final Map<String, Kind> BY_CODE =
      Map.ofEntries(
          Map.entry("MKT.0999", Kind.of(UnavailableException::new)),
          Map.entry("MKT.0100", Kind.of(InvalidRequestException::new)),
          Map.entry("MKT.0101", Kind.of(InvalidRequestException::new)),
          Map.entry(
              "MKT.0102",
              Kind.of(AuthenticationException::new, "the usage key does not fit the signature")),
          Map.entry("MKT.0199", Kind.of(InvalidRequestException::new)),
          Map.entry("MKT.0150", Kind.of(PermissionException::new, "it belongs to another seller")),
          Map.entry("MKT.0151", Kind.of(PermissionException::new, "the keys are not a seller's")),
          Map.entry("MKT.0154", Kind.of(AuthenticationException::new)),
          Map.entry("MKT.0250", Kind.of(RateLimitedException::new)),
          Map.entry("MKT.9001", Kind.of(NotFoundException::new, "no such instance")),
          Map.entry("MKT.9002", Kind.of(InvalidRequestException::new, "usage records are invalid")),
          Map.entry("MKT.9003", Kind.of(InvalidRequestException::new, "too many usage records")),
          Map.entry(
              "MKT.9004", Kind.of(InvalidRequestException::new, "usage began over 21 days ago")),
          Map.entry("APIG.0101", Kind.of(NotFoundException::new, "no such API on this host")),
          Map.entry("APIG.0103", Kind.of(UnavailableException::new)),
          Map.entry("APIG.0106", Kind.of(InvalidRequestException::new)),
          Map.entry(
              "APIG.0301",
              Kind.of(AuthenticationException::new, "check keys, clock and what proxies rewrite")),
          Map.entry("APIG.0302", Kind.of(PermissionException::new)),
          Map.entry("APIG.0303", Kind.of(AuthenticationException::new)),
          Map.entry("APIG.0304", Kind.of(PermissionException::new)),
          Map.entry("APIG.0305", Kind.of(AuthenticationException::new)),
          Map.entry("APIG.0306", Kind.of(PermissionException::new)),
          Map.entry("APIG.0307", Kind.of(AuthenticationException::new)),
          Map.entry("APIG.0308", Kind.of(RateLimitedException::new)),
          Map.entry("APIG.0309", Kind.of(PermissionException::new)),
          Map.entry("APIG.0401", Kind.of(PermissionException::new)),
          Map.entry("APIG.0402", Kind.of(PermissionException::new)),
          Map.entry("APIG.0404", Kind.of(PermissionException::new)),
          Map.entry("APIG.0501", Kind.of(RateLimitedException::new, "the quota is used up")),
          Map.entry("APIG.0502", Kind.of(PermissionException::new)),
          Map.entry("APIG.0601", Kind.of(UnavailableException::new)),
          Map.entry("APIG.0602", Kind.of(InvalidRequestException::new)),
          Map.entry("APIG.0610", Kind.of(UnavailableException::new)),
          Map.entry("APIG.0613", Kind.of(UnavailableException::new)),
          Map.entry("APIG.0802", Kind.of(PermissionException::new)));

  private OpenApiErrors() {}

  /** The table for answers whose status is no success. */
  static RemoteException decode(RemoteAnswer answer) {
    return refusal(answer, code(answer).orElse(null));
  }

  /** The table for answers whose status is a success: they may be a no all the same. */
  static Optional<OnboardingException> inSuccess(@Nullable String code, RemoteAnswer answer) {
    if (code == null || code.isBlank()) {
      return Optional.empty();
    }
    return code.strip().equalsIgnoreCase(SUCCESS)
        ? Optional.empty()
        : Optional.of(refusal(answer, code.strip()));
  }

  private static RemoteException refusal(RemoteAnswer answer, @Nullable String code) {
    Kind kind = code == null ? null : BY_CODE.get(normal(code));
    Refusal.Builder refusal = answer.refusal().code(code);
    answer.text("request_id").ifPresent(refusal::requestId);
    if (kind != null) {
      return kind.exception(refusal);
    }
    return ErrorDecoder.byStatus(answer.status(), refusal.build());
  }

  /** The forms of Huawei's services, in the order in which their own SDK looks. */
  private static Optional<String> code(RemoteAnswer answer) {
    return answer
        .text("error_code")
        .or(() -> answer.text("resultCode"))
        .or(() -> answer.text("code"))
        .or(() -> answer.text("error", "code"))
        .filter(code -> !code.isBlank())
        .map(String::strip);
  }

  /** The gateway spells its codes APIG and APIGW. */
  private static String normal(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return upper.startsWith("APIGW.") ? "APIG." + upper.substring("APIGW.".length()) : upper;
  }

  private record Kind(Function<Refusal, RemoteException> type, @Nullable String rule) {

    static Kind of(Function<Refusal, RemoteException> type) {
      return new Kind(type, null);
    }

    static Kind of(Function<Refusal, RemoteException> type, String rule) {
      return new Kind(type, rule);
    }

    RemoteException exception(Refusal.Builder refusal) {
      return type.apply(refusal.rule(rule).build());
    }
  }
}
