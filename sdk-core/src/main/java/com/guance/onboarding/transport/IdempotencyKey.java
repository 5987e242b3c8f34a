package com.guance.onboarding.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes keys that HTTP can carry. */
public final class IdempotencyKey {

  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /**
   * The key for an intention: the text itself, or its digest where the text is too long for a
   * header or has characters that a header cannot have.
   *
   * @param intention the same for every repetition, different for everything else
   * @return the key
   */
  public static String of(String intention) {
    return fits(intention) ? intention : "sha256-" + digest(intention);
  }

  static boolean fits(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
