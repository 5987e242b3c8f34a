package com.guance.onboarding.billing.external;

import com.guance.onboarding.billing.api.Limits;
import com.guance.onboarding.domain.InvalidInputException;
import java.util.List;
import java.util.regex.Pattern;

/** The documented limits of what is sent, checked before it is sent. */
final class Inputs {

  private static final int LONGEST = 256;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}");

  private Inputs() {}

  static String text(String field, String value) {
    return Limits.text(field, value, LONGEST);
  }

  static void email(String value) {
    if (!EMAIL.matcher(value).matches()) {
      throw new InvalidInputException("account.email", "must be an e-mail address");
    }
  }

  /** Ids go into paths, so nothing else than an id may be one. */
  static String id(String field, String value) {
    if (!ID.matcher(value).matches()) {
      throw new InvalidInputException(field, "must be letters, digits, hyphens and underscores");
    }
    return value;
  }

  static List<String> ids(String field, List<String> values) {
    if (values.isEmpty()) {
      throw new InvalidInputException(field, "must not be empty");
    }
    return values.stream().map(value -> id(field, value)).toList();
  }
}
