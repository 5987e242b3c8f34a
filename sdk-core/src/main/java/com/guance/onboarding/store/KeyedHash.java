package com.guance.onboarding.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes names for personal values, so that equal ones are known without holding them: nobody
 * without the key can guess a value and compare. The keys are made from those of a ring, for each
 * purpose its own. Immutable.
 */
final class KeyedHash {

  private static final String HMAC = "HmacSHA256";

  private final KeyRing keys;

  KeyedHash(KeyRing keys) {
    this.keys = keys;
  }

  /** The name of a value under the current key: printable characters, at most 76. */
  String name(String purpose, String value) {
    String id = keys.current();
    try {
      SecretKeySpec key = keys.key(id).orElseThrow();
      byte[] derived = hmac(key.getEncoded(), "onboarding keyed hash\n" + purpose);
      return id
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(derived, value));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("this platform lacks " + HMAC, failure);
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the ids of the keys. */
  @Override
  public String toString() {
    return "KeyedHash" + keys.ids();
  }
}
