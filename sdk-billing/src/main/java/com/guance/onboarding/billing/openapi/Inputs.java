package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.domain.InvalidInputException;

/** The documented limits of what is sent, checked before it is sent. */
final class Inputs {

  private Inputs() {}

  static String text(String field, String value, int longest) {
    int length = value.codePointCount(0, value.length());
    if (value.isBlank() || length > longest) {
      throw new InvalidInputException(field, "must have 1 to " + longest + " characters");
    }
    return value;
  }
}
