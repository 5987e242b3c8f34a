package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The id of an onboarding is worked out from its order line: two callers who open it at the same
 * moment mean the same row, and the unique key of the store does the rest.
 */
final class OrderIds {

  private OrderIds() {}

  static OnboardingId of(OrderKey order) {
    return new OnboardingId("onb_" + digest(order.orderId() + "\n" + order.orderLineId()));
  }

  /** 25 characters of 36: as many bits as a random UUID has. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      String digits = new BigInteger(1, hash).toString(36);
      return "0".repeat(Math.max(0, 50 - digits.length())).concat(digits).substring(0, 25);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
