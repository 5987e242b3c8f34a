package com.guance.onboarding.error;

/**
 * How a refusal reads in a log: {@code huawei find order refused: 000003 (HTTP 200, request 7f3…)}.
 * Stable words come first, so that they can be searched for; ids of things that exist never come.
 */
final class RefusalMessage {

  private RefusalMessage() {}

  static String of(Refusal refusal) {
    StringBuilder text = new StringBuilder(96);
    text.append(refusal.provider()).append(' ').append(refusal.operation()).append(" refused");
    if (refusal.hasCode()) {
      text.append(": ").append(refusal.code());
    }
    refusal.field().ifPresent(name -> text.append(": field ").append(name));
    refusal.rule().ifPresent(rule -> text.append(": ").append(rule));
    appendIds(text, refusal);
    return text.toString();
  }

  private static void appendIds(StringBuilder text, Refusal refusal) {
    if (refusal.status() != 0) {
      text.append(" (HTTP ").append(refusal.status());
      refusal.requestId().ifPresent(id -> text.append(", request ").append(id));
      text.append(')');
    } else {
      refusal.requestId().ifPresent(id -> text.append(" (request ").append(id).append(')'));
    }
  }
}
