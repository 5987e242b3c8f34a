package com.guance.onboarding.store;

import com.guance.onboarding.domain.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Keys for tests, each of one letter, over and over. */
final class Keys {

  private Keys() {}

  static String base64(char letter) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) letter);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A ring of keys that are named by their letters, the first one current. */
  static KeyRing ring(String letters) {
    String setting =
        letters
            .chars()
            .mapToObj(letter -> (char) letter + ":" + base64((char) letter))
            .collect(Collectors.joining(","));
    return KeyRing.parse(Secret.of(setting));
  }
}
