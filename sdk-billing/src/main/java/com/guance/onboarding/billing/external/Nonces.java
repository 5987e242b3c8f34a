package com.guance.onboarding.billing.external;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Thirty-two random hexadecimal digits, other ones every time. */
final class Nonces implements Supplier<String> {

  private final SecureRandom random = new SecureRandom();

  Nonces() {}

  @Override
  public String get() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
