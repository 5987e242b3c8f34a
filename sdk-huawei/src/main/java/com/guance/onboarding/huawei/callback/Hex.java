package com.guance.onboarding.huawei.callback;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Hexadecimal digits, without a String for each pair. */
final class Hex {

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  /** Writes lower-case digits. */
  static byte[] write(byte[] bytes, byte[] digits) {
    for (int i = 0; i < bytes.length; i++) {
      digits[2 * i] = DIGITS[(bytes[i] >> 4) & 0xf];
      digits[2 * i + 1] = DIGITS[bytes[i] & 0xf];
    }
    return digits;
  }

  /** Reads digits of either case; null unless there are exactly two for each byte. */
  static byte @Nullable [] read(String digits, int length) {
    if (digits.length() != 2 * length) {
      return null;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int high = digit(digits.charAt(2 * i));
      int low = digit(digits.charAt(2 * i + 1));
      if (high < 0 || low < 0) {
        return null;
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  /** ASCII only: what Java calls a digit in other scripts is none here. */
  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return c < 0x80 && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
