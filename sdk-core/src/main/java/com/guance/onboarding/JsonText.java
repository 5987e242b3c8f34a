package com.guance.onboarding;

import java.util.function.Function;

/**
 * Writes one small JSON object, as rows hold it. Every commit writes several: this saves the tree
 * and the generator that a mapper would make for each. Not thread-safe.
 */
final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private static final int ROW = 128;

  private final StringBuilder out;

  JsonText() {
    this(ROW);
  }

  /**
   * With room for a longer one.
   *
   * @param length about how many characters it is going to have
   */
  JsonText(int length) {
    this.out = new StringBuilder(length).append('{');
  }

  JsonText text(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  JsonText number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  JsonText texts(String name, Iterable<String> values) {
    return texts(name, values, value -> value);
  }

  <T> JsonText texts(String name, Iterable<T> values, Function<T, String> text) {
    name(name);
    out.append('[');
    for (T value : values) {
      separate('[');
      quote(text.apply(value));
    }
    out.append(']');
    return this;
  }

  JsonText numbers(String name, long one, long other) {
    name(name);
    out.append('[').append(one).append(',').append(other).append(']');
    return this;
  }

  /** A value that is JSON already. */
  JsonText json(String name, String value) {
    name(name);
    out.append(value);
    return this;
  }

  /** Begins an object inside this one: what follows is in it, until {@link #close}. */
  JsonText open(String name) {
    name(name);
    out.append('{');
    return this;
  }

  JsonText close() {
    out.append('}');
    return this;
  }

  /** The whole object; nothing can be added after that. */
  String end() {
    return out.append('}').toString();
  }

  private void name(String name) {
    separate('{');
    quote(name);
    out.append(':');
  }

  private void separate(char opening) {
    if (out.charAt(out.length() - 1) != opening) {
      out.append(',');
    }
  }

  private void quote(String value) {
    out.append('"');
    int bad = firstToEscape(value, 0);
    if (bad < 0) {
      out.append(value); // nearly always, and many times faster than a part of it
    } else {
      escaped(value, bad);
    }
    out.append('"');
  }

  private void escaped(String value, int first) {
    int written = 0;
    for (int bad = first; bad >= 0; bad = firstToEscape(value, written)) {
      out.append(value, written, bad);
      escape(value.charAt(bad));
      written = bad + 1;
    }
    out.append(value, written, value.length());
  }

  private static int firstToEscape(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  /** Halves of surrogate pairs are escaped too: no store has to replace those that stand alone. */
  private void escape(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else {
      out.append("\\u")
          .append(HEX[c >> 12])
          .append(HEX[c >> 8 & 0xf])
          .append(HEX[c >> 4 & 0xf])
          .append(HEX[c & 0xf]);
    }
  }
}
