package com.guance.onboarding.testkit.conformance;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** KooGallery's three signatures (contracts/koogallery.md §2). */
final class Signer {

  private static final String HMAC = "HmacSHA256";
  private static final HexFormat LOWER = HexFormat.of();
  private static final HexFormat UPPER = LOWER.withUpperCase();

  private Signer() {}

  /** Of a request to the production interface: in capitals, over a hash of the body. */
  static String production(Secret key, String nonce, String timestamp, byte[] payload) {
    String inner = LOWER.formatHex(hmac(key, payload));
    return UPPER.formatHex(hmac(key, utf8(key.reveal() + nonce + timestamp + inner)));
  }

  /** Of a request to the synchronization interface: in small letters, over the body itself. */
  static String sync(Secret key, String nonce, String timestamp, byte[] payload) {
    return LOWER.formatHex(hmac(key, utf8(key.reveal() + nonce + timestamp), payload));
  }

  /** Of an answer: the whole header. */
  static String body(Secret key, byte[] body) {
    String digits = Base64.getEncoder().encodeToString(hmac(key, body));
    return "sign_type=\"HMAC-SHA256\", signature= \"" + digits + "\"";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] hmac(Secret key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(utf8(key.reveal()), HMAC));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
