package com.guance.onboarding.error;

import org.jspecify.annotations.Nullable;

/** Decides which text from outside may stand in a message. */
final class SafeText {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_SENTENCE = 200;

  private SafeText() {}

  /** The text itself if it can only be a code, an id or a field name, else null. */
  static @Nullable String codeOrNull(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST_CODE) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isCodeChar(text.charAt(i))) {
        return null;
      }
    }
    return text;
  }

  /** Our own words on one line; whatever could break a log line becomes a space. */
  static String sentence(String text) {
    String cut = text.length() > LONGEST_SENTENCE ? text.substring(0, LONGEST_SENTENCE) : text;
    StringBuilder line = new StringBuilder(cut.length());
    cut.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return line.toString();
  }

  private static boolean isCodeChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }
}
