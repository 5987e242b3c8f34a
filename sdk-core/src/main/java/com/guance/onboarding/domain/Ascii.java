package com.guance.onboarding.domain;

/**
 * The forms of values that are words of ASCII characters. Each value is checked whenever a step
 * makes its type of it, so these are loops: a pattern takes many times as long.
 */
final class Ascii {

  private Ascii() {}

  /** {@code [a-z][a-z0-9-]{1,29}}. */
  static boolean isShortName(String value) {
    int length = value.length();
    if (length < 2 || length > 30 || !isLower(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = value.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** {@code [A-Za-z0-9._-]{2,64}}. */
  static boolean isAccount(String value) {
    int length = value.length();
    if (length < 2 || length > 64) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (!isOfHostName(c) && c != '.' && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** {@code [a-z]{2,10}[0-9]{0,3}}. */
  static boolean isSiteKey(String value) {
    int letters = 0;
    while (letters < value.length() && isLower(value.charAt(letters))) {
      letters++;
    }
    int end = letters;
    while (end < value.length() && isDigit(value.charAt(end))) {
      end++;
    }
    return letters >= 2 && letters <= 10 && end == value.length() && end - letters <= 3;
  }

  /** {@code [^\s@<>"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+}. */
  static boolean isEmail(String value) {
    int at = value.indexOf('@');
    return at > 0 && isMailbox(value, at) && isDomain(value, at + 1);
  }

  private static boolean isMailbox(String value, int end) {
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r') || c == '<' || c == '>' || c == '"') {
        return false;
      }
    }
    return value.codePointCount(0, end) <= 64;
  }

  /** Labels between dots, two at least, none of them empty. */
  private static boolean isDomain(String value, int start) {
    int dots = 0;
    int label = 0;
    for (int i = start; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '.' && label > 0) {
        dots++;
        label = 0;
      } else if (isOfHostName(c)) {
        label++;
      } else {
        return false;
      }
    }
    return dots > 0 && label > 0;
  }

  private static boolean isOfHostName(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
