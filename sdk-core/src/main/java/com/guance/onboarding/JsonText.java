package com.guance.onboarding;

/**
 * Writes one small JSON object, as rows hold it. Every commit writes several: this saves the tree
 * and the generator that a mapper would make for each. Not thread-safe.
 */
final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(256).append('{');

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
    name(name);
    out.append('[');
    for (String value : values) {
      separate('[');
      quote(value);
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
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        out.append(value, written, i);
        written = i + 1;
        escape(c);
      }
    }
    out.append(value, written, value.length()).append('"');
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
