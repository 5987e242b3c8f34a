package com.guance.onboarding.store;

import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM under the current key of a ring, and opens what any key of the ring
 * has sealed.
 *
 * <p>A sealed text names its key, so that keys can be changed while nodes run. It opens only in the
 * context in which it was sealed: moved to another row it is refused. A key that is missing or
 * wrong is a {@link StoreException} which is not retryable; nothing is lost by it, and with the
 * right key the text opens again. Safe for several threads.
 */
public final class AesGcmSealer implements Sealer {

  private static final String OPEN = "open sealed text";
  private static final Pattern SEALED =
      Pattern.compile("s1\\.([A-Za-z0-9_-]{1,32})\\.([A-Za-z0-9_-]+)");
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing keys;
  private final KeyedHash names;
  private final SecureRandom random;

  private AesGcmSealer(KeyRing keys, SecureRandom random) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.names = new KeyedHash(keys);
    this.random = Objects.requireNonNull(random, "random");
  }

  /**
   * Makes a sealer with the platform's randomness.
   *
   * @param keys the keys
   * @return the sealer
   */
  public static AesGcmSealer of(KeyRing keys) {
    return of(keys, new SecureRandom());
  }

  /**
   * Makes a sealer.
   *
   * @param keys the keys
   * @param random where the 96 random bits of each sealed text come from
   * @return the sealer
   */
  public static AesGcmSealer of(KeyRing keys, SecureRandom random) {
    return new AesGcmSealer(keys, random);
  }

  @Override
  public String seal(String text, String context) {
    String id = keys.current();
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.key(id).orElseThrow(), iv);
      cipher.updateAAD(bound(id, context));
      byte[] plain = text.getBytes(StandardCharsets.UTF_8);
      byte[] sealed = new byte[IV_BYTES + cipher.getOutputSize(plain.length)];
      System.arraycopy(iv, 0, sealed, 0, IV_BYTES);
      cipher.doFinal(plain, 0, plain.length, sealed, IV_BYTES);
      return "s1." + id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("this platform lacks AES-256-GCM", failure);
    }
  }

  @Override
  public String open(String sealed, String context) {
    Matcher parts = SEALED.matcher(sealed);
    if (!parts.matches()) {
      throw refused("it is not a sealed text");
    }
    String id = parts.group(1);
    SecretKeySpec key =
        keys.key(id).orElseThrow(() -> refused("key " + id + " is not in the key ring"));
    byte[] bytes = decode(parts.group(2));
    if (bytes.length < IV_BYTES + TAG_BITS / 8) {
      throw refused("it is not a sealed text");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, bytes);
      cipher.updateAAD(bound(id, context));
      byte[] plain = cipher.doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (AEADBadTagException mismatch) {
      throw refused("key " + id + " is another one, or the text belongs elsewhere");
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("this platform lacks AES-256-GCM", failure);
    }
  }

  @Override
  public String name(String purpose, String text) {
    return names.name(purpose, text);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] iv)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv, 0, IV_BYTES));
    return cipher;
  }

  private static byte[] bound(String id, String context) {
    return ("s1\n" + id + "\n" + context).getBytes(StandardCharsets.UTF_8);
  }

  private static StoreException refused(String problem) {
    return new StoreException(OPEN, problem, false, null);
  }
}
