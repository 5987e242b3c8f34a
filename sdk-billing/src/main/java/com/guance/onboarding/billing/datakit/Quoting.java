package com.guance.onboarding.billing.datakit;

import java.util.regex.Pattern;

/**
 * The written quoting rules. Each turns any text without NUL and line breaks into one word that the
 * reader on the other side gives back unchanged.
 *
 * <ul>
 *   <li>POSIX shells, bash, zsh: the word stands between apostrophes, where nothing has a meaning
 *       but the apostrophe; that one becomes {@code '\''} (close, an escaped one, open).
 *   <li>PowerShell: the word stands between apostrophes too. There PowerShell takes five characters
 *       for an apostrophe, U+0027 and the typographic U+2018 to U+201B; each is written twice.
 *   <li>Helm's {@code --set} and {@code --set-string} values: a backslash goes before comma,
 *       backslash, braces and brackets; the result is then one shell word.
 * </ul>
 */
final class Quoting {

  private static final Pattern BARE_WORD = Pattern.compile("[A-Za-z0-9_./:@%+-]+");

  private Quoting() {}

  static String posix(String text) {
    return BARE_WORD.matcher(text).matches() ? text : posixQuoted(text);
  }

  static String posixQuoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  static String powerShell(String text) {
    StringBuilder word = new StringBuilder(text.length() + 8).append('\'');
    text.chars()
        .forEach(
            c -> {
              word.append((char) c);
              if (isPowerShellApostrophe(c)) {
                word.append((char) c);
              }
            });
    return word.append('\'').toString();
  }

  static String helmValue(String text) {
    StringBuilder value = new StringBuilder(text.length() + 8);
    text.chars()
        .forEach(
            c -> {
              if (",\\{}[]".indexOf(c) >= 0) {
                value.append('\\');
              }
              value.append((char) c);
            });
    return value.toString();
  }

  private static boolean isPowerShellApostrophe(int c) {
    return c == '\'' || (c >= 0x2018 && c <= 0x201b);
  }
}
