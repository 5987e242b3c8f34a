package com.guance.onboarding.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that several values share; each names the field and the rule. */
final class Rules {

  private Rules() {}

  static void id(String field, @Nullable String value) {
    if (value == null) {
      throw new InvalidInputException(field, "is missing");
    }
    text(field, value, 1, 128);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        throw new InvalidInputException(field, "must hold no blanks and no control characters");
      }
    }
  }

  static void text(String field, @Nullable String value, int min, int max) {
    if (value == null) {
      throw new InvalidInputException(field, "is missing");
    }
    int length = value.codePointCount(0, value.length());
    if (length < min || length > max || value.isBlank()) {
      throw new InvalidInputException(field, "must have " + min + " to " + max + " characters");
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new InvalidInputException(field, "must hold no control characters");
      }
    }
  }

  static void matches(String field, String value, Pattern pattern, String rule) {
    if (!pattern.matcher(value).matches()) {
      throw new InvalidInputException(field, rule);
    }
  }
}
