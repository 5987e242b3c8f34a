package com.guance.onboarding.billing.api;

import com.guance.onboarding.transport.RemoteAnswer;
import java.util.Optional;

/** What an envelope says about its own success. */
record Verdict(
    Optional<String> code,
    Optional<String> errorCode,
    Optional<String> success,
    Optional<String> traceId) {

  /** Reads the verdict of an answer whose content nobody could read, or that is no success. */
  static Verdict of(RemoteAnswer answer) {
    return new Verdict(
        text(answer, "code"),
        text(answer, "errorCode").or(() -> text(answer, "error_code")),
        text(answer, "success"),
        text(answer, "traceId"));
  }

  /** One sign of a no is enough; an envelope that says nothing says yes. */
  boolean isRefusal() {
    return errorCode.isPresent()
        || success.filter(text -> text.equalsIgnoreCase("false") || text.equals("0")).isPresent()
        || (number() != 0 && (number() < 200 || number() > 299));
  }

  /** The code as a number, 0 if it is none. */
  int number() {
    try {
      return code.map(text -> (int) Double.parseDouble(text)).orElse(0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<String> text(RemoteAnswer answer, String field) {
    return answer.text(field).filter(text -> !text.isBlank());
  }
}
