package com.guance.onboarding.billing.datakit;

import java.util.ArrayList;
import java.util.List;

/** The reading side of three quoting rules, written from the readers' own documents. */
final class Readers {

  private Readers() {}

  /** Words of a POSIX shell line; throws where the shell would do more than cut words. */
  static List<String> posixWords(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        int end = line.indexOf('\'', i + 1);
        word.append(line, i + 1, end);
        i = end;
        inWord = true;
      } else if (c == '\\') {
        word.append(line.charAt(++i));
        inWord = true;
      } else if (c == ' ' || c == '\t' || c == '\n') {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else if ("|&;<>()$`\"*?[]#~!{}".indexOf(c) >= 0) {
        throw new AssertionError("a shell acts on " + c);
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  /** One PowerShell literal between apostrophes, which must be all there is. */
  static String powerShellLiteral(String text) {
    StringBuilder value = new StringBuilder();
    int end = literal(text, 0, value);
    if (end != text.length()) {
      throw new AssertionError("PowerShell reads on after the literal");
    }
    return value.toString();
  }

  /** Statements of a PowerShell line: semicolons inside literals do not cut. */
  static List<String> powerShellStatements(String line) {
    List<String> statements = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      if (isApostrophe(line.charAt(i))) {
        i = literal(line, i, new StringBuilder()) - 1;
      } else if (line.charAt(i) == ';') {
        statements.add(line.substring(start, i).strip());
        start = i + 1;
      }
    }
    return statements;
  }

  private static int literal(String text, int start, StringBuilder value) {
    if (!isApostrophe(text.charAt(start))) {
      throw new AssertionError("no literal");
    }
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isApostrophe(c)) {
        value.append(c);
      } else if (i + 1 < text.length() && isApostrophe(text.charAt(i + 1))) {
        value.append(c);
        i++;
      } else {
        return i + 1;
      }
    }
    throw new AssertionError("the literal has no end");
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2018' || c == '\u2019' || c == '\u201a' || c == '\u201b';
  }

  /** Keys and values of one Helm setting: commas cut, a backslash takes the next one as it is. */
  static List<String> helmSettings(String argument) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean inValue = false;
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c == '\\') {
        part.append(argument.charAt(++i));
      } else if (c == '=' && !inValue) {
        parts.add(part.toString());
        part.setLength(0);
        inValue = true;
      } else if (c == ',') {
        parts.add(part.toString());
        part.setLength(0);
        inValue = false;
      } else if (c == '{' && part.isEmpty()) {
        throw new AssertionError("Helm reads a list");
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
