package com.guance.onboarding.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes names for personal values, so that rows can be found by them without holding them: equal
 * values give equal names, and nobody without the key can guess a value and compare.
 *
 * <p>The keys are made from those of a ring, for each purpose its own. After a change of keys look
 * for all {@link #candidates}; new rows get the first. Immutable.
 */
public final class KeyedHash {

  private static final String HMAC = "HmacSHA256";

  private final KeyRing keys;

  private KeyedHash(KeyRing keys) {
    this.keys = Objects.requireNonNull(keys, "keys");
  }

  /**
   * Makes names under the keys of a ring.
   *
   * @param keys the keys
   * @return what makes names
   */
  public static KeyedHash of(KeyRing keys) {
    return new KeyedHash(keys);
  }

  /**
   * The name of a value under the current key.
   *
   * @param purpose what the value is, such as {@code email}; another purpose gives another name
   * @param value the value, spelled as those it is to be equal to
   * @return printable characters, at most 76
   */
  public String name(String purpose, String value) {
    return name(keys.current(), purpose, value);
  }

  /**
   * The names of a value under each key.
   *
   * @param purpose what the value is
   * @param value the value
   * @return the names, that of the current key first
   */
  public List<String> candidates(String purpose, String value) {
    return keys.ids().stream().map(id -> name(id, purpose, value)).toList();
  }

  private String name(String id, String purpose, String value) {
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
