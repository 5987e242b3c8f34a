package com.guance.onboarding.huawei.openapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/** Bytes that grow at the end and are used again after {@link #clear()}. Not thread-safe. */
final class CanonicalBytes {

  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final byte[] UPPER_HEX = ascii("0123456789ABCDEF");
  private static final boolean[] ASCII = new boolean[128];
  private static final boolean[] UNRESERVED = new boolean[128];

  static {
    Arrays.fill(ASCII, true);
    for (byte b : ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")) {
      UNRESERVED[b] = true;
    }
  }

  private byte[] bytes = new byte[512];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  byte at(int index) {
    return bytes[index];
  }

  void add(char asciiChar) {
    room(1);
    bytes[length++] = (byte) asciiChar;
  }

  void add(byte[] source) {
    room(source.length);
    System.arraycopy(source, 0, bytes, length, source.length);
    length += source.length;
  }

  void add(CanonicalBytes source, int from, int to) {
    room(to - from);
    System.arraycopy(source.bytes, from, bytes, length, to - from);
    length += to - from;
  }

  /** Adds a text as UTF-8. */
  void add(String text) {
    add(text, 0, text.length());
  }

  /** Adds a part of a text as UTF-8. */
  void add(String text, int from, int to) {
    room(3 * (to - from));
    int next = addPlain(text, from, to, ASCII);
    while (next < to) {
      next += 1 + addUtf8(codePoint(text, next, to), false);
      next = addPlain(text, next, to, ASCII);
    }
  }

  /**
   * Adds a part of a path or query the way signatures want it: every byte that is not unreserved in
   * RFC 3986 as {@code %XX}. What is percent-encoded already is taken for the character it stands
   * for, so that the result does not depend on how the sender spelt it.
   */
  void addPercentEncoded(String text, int from, int to) {
    room(9 * (to - from));
    int next = addPlain(text, from, to, UNRESERVED);
    while (next < to) {
      next = addPlain(text, addEncoded(text, next, to), to, UNRESERVED);
    }
  }

  /**
   * Adds characters up to the first that is not plain and returns where it stands. Nearly all
   * characters of a request go through here, so it works on locals.
   */
  private int addPlain(String text, int from, int to, boolean[] plain) {
    byte[] target = bytes;
    int at = length;
    int i = from;
    for (; i < to; i++) {
      char c = text.charAt(i);
      if (c >= plain.length || !plain[c]) {
        break;
      }
      target[at++] = (byte) c;
    }
    length = at;
    return i;
  }

  /** Adds the character that stands at an index and returns the index after it. */
  private int addEncoded(String text, int index, int to) {
    char c = text.charAt(index);
    if (c == '%'
        && index + 2 < to
        && isHex(text.charAt(index + 1))
        && isHex(text.charAt(index + 2))) {
      addByte(16 * hexValue(text.charAt(index + 1)) + hexValue(text.charAt(index + 2)));
      return index + 3;
    }
    if (c < 0x80) {
      addByte(c);
      return index + 1;
    }
    return index + 1 + addUtf8(codePoint(text, index, to), true);
  }

  /** Adds a hash as lower-case hexadecimal digits. */
  void addHex(byte[] hash) {
    room(2 * hash.length);
    byte[] target = bytes;
    int at = length;
    for (byte b : hash) {
      target[at++] = HEX[(b >> 4) & 15];
      target[at++] = HEX[b & 15];
    }
    length = at;
  }

  void feed(MessageDigest digest) {
    digest.update(bytes, 0, length);
  }

  void feed(Mac mac) {
    mac.update(bytes, 0, length);
  }

  /** The bytes as a text of one character each; right for ASCII. */
  String asText() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A surrogate without its other half becomes a question mark, as everywhere in the JDK. */
  private static int codePoint(String text, int index, int to) {
    char c = text.charAt(index);
    if (!Character.isSurrogate(c)) {
      return c;
    }
    if (Character.isHighSurrogate(c)
        && index + 1 < to
        && Character.isLowSurrogate(text.charAt(index + 1))) {
      return Character.toCodePoint(c, text.charAt(index + 1));
    }
    return '?';
  }

  /** Adds one code point and returns how many further characters it took. */
  private int addUtf8(int codePoint, boolean encoded) {
    if (codePoint < 0x80) {
      addOne(codePoint, encoded);
    } else if (codePoint < 0x800) {
      addOne(0xC0 | (codePoint >> 6), encoded);
      addTail(codePoint, encoded);
    } else if (codePoint < 0x10000) {
      addOne(0xE0 | (codePoint >> 12), encoded);
      addTail(codePoint >> 6, encoded);
      addTail(codePoint, encoded);
    } else {
      addOne(0xF0 | (codePoint >> 18), encoded);
      addTail(codePoint >> 12, encoded);
      addTail(codePoint >> 6, encoded);
      addTail(codePoint, encoded);
      return 1;
    }
    return 0;
  }

  private void addTail(int bits, boolean encoded) {
    addOne(0x80 | (bits & 0x3F), encoded);
  }

  private void addOne(int value, boolean encoded) {
    if (encoded) {
      addByte(value);
    } else {
      bytes[length++] = (byte) value;
    }
  }

  private void addByte(int value) {
    if (value < 0x80 && UNRESERVED[value]) {
      bytes[length++] = (byte) value;
    } else {
      bytes[length++] = '%';
      bytes[length++] = UPPER_HEX[value >> 4];
      bytes[length++] = UPPER_HEX[value & 15];
    }
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static int hexValue(char c) {
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
