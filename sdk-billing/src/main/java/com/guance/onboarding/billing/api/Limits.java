package com.guance.onboarding.billing.api;

import com.guance.onboarding.domain.InvalidInputException;

/** The documented limits of what is sent, checked before it is sent. */
public final class Limits {

  private Limits() {}

  /**
   * Checks a text.
   *
   * @param field what the text is, as a refusal names it
   * @param value the text
   * @param longest how many characters it may have, each counted once however it is written
   * @return the text
   * @throws InvalidInputException if it is blank or longer
   */
  public static String text(String field, String value, int longest) {
    int length = value.codePointCount(0, value.length());
    if (value.isBlank() || length > longest) {
      throw new InvalidInputException(field, "must have 1 to " + longest + " characters");
    }
    return value;
  }
}
