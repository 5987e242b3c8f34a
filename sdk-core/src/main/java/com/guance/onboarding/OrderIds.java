package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The id of an onboarding is worked out from its order line: two callers who open it at the same
 * moment mean the same row, and the unique key of the store does the rest.
 */
final class OrderIds {

  private static final int RADIX = 36;
  private static final int DIGITS = 50;
  private static final int DIGITS_AT_ONCE = 5;
  private static final long DIVISOR = 60_466_176; // of so many digits

  private OrderIds() {}

  static OnboardingId of(OrderKey order) {
    return new OnboardingId("onb_" + digest(order.orderId() + "\n" + order.orderLineId()));
  }

  /** All 50 digits of a number of 256 bits; a BigInteger needs ten times the memory for it. */
  static String base36(byte[] number) {
    int[] rest = new int[number.length / Integer.BYTES];
    ByteBuffer.wrap(number).asIntBuffer().get(rest);
    char[] digits = new char[DIGITS];
    for (int end = DIGITS; end > 0; end -= DIGITS_AT_ONCE) {
      long remainder = 0;
      for (int i = 0; i < rest.length; i++) {
        long dividend = remainder << Integer.SIZE | Integer.toUnsignedLong(rest[i]);
        rest[i] = (int) (dividend / DIVISOR);
        remainder = dividend % DIVISOR;
      }
      for (int i = 1; i <= DIGITS_AT_ONCE; i++) {
        digits[end - i] = Character.forDigit((int) (remainder % RADIX), RADIX);
        remainder /= RADIX;
      }
    }
    return String.valueOf(digits);
  }

  /** 25 characters of 36: as many bits as a random UUID has. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return base36(hash).substring(0, 25);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
