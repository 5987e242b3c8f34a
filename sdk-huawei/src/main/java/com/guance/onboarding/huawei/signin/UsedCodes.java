package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.spi.FactReader;
import com.guance.onboarding.spi.NonceRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/** Remembers codes by their hash, on every node: a code in somebody's history opens nothing. */
final class UsedCodes {

  private static final Duration MEMORY = Duration.ofMinutes(10);

  private static final int LONGEST = 1024;

  private final FactReader reader;
  private final Clock clock;

  UsedCodes(FactReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Checks what a code can look like.
   *
   * @throws InvalidInputException if this is none
   */
  static void check(String code) {
    boolean visible = code.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (code.isEmpty() || code.length() > LONGEST || !visible) {
      throw new InvalidInputException("code", "must be 1 to 1024 visible ASCII characters");
    }
  }

  /**
   * Uses a code.
   *
   * @throws PermissionException if it was used before
   */
  void use(String scope, String code, String operation) {
    NonceRow row =
        new NonceRow("sign-in:" + hash(scope + "\n" + code), clock.instant().plus(MEMORY), "");
    if (!reader.remember(row)) {
      throw SignInErrors.refused(
          operation, "CODE_USED", "the code was used before; the member signs in again");
    }
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
