package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * KooGallery's signatures, written from contracts/koogallery.md §2 and §6.2 alone, so that the
 * SDK's own code is judged by a second one.
 */
final class KooGallerySignature {

  private static final HexFormat LOWER = HexFormat.of();
  private static final HexFormat UPPER = HexFormat.of().withUpperCase();
  private static final Pattern BODY_SIGN =
      Pattern.compile("\\s*sign_type=\"HMAC-SHA256\"\\s*,\\s*signature=\\s*\"([^\"]+)\"\\s*");

  private KooGallerySignature() {}

  /** What the partner's signature of an answer is worth. */
  enum BodySign {
    VALID,
    MISSING,
    WRONG
  }

  /** What goes into the query string beside a signature, or into the kit's headers. */
  record Stamp(String nonce, String timestamp) {}

  /** Of a call to the production interface: the payload is hashed first. */
  static String production(Secret key, Stamp stamp, byte[] payload) {
    String inner = LOWER.formatHex(Hmac.sha256(key, payload));
    String canonical = key.reveal() + stamp.nonce() + stamp.timestamp() + inner;
    return UPPER.formatHex(Hmac.sha256(key, Hmac.utf8(canonical)));
  }

  /** Of a call to the kit's interfaces: the payload goes in as it is. */
  static String kit(Secret key, Stamp stamp, byte[] payload) {
    String head = key.reveal() + stamp.nonce() + stamp.timestamp();
    return LOWER.formatHex(Hmac.sha256(key, Hmac.utf8(head), payload));
  }

  /** Of a usage push, beside the gateway's own signature. */
  static String usage(Secret key, Stamp stamp, byte[] body) {
    String head = "ts=" + stamp.timestamp() + "&nonce=" + stamp.nonce() + "&body=";
    return Base64.getEncoder().encodeToString(Hmac.sha256(key, Hmac.utf8(head), body));
  }

  /** Of an answer. */
  static String body(Secret key, byte[] body) {
    return Base64.getEncoder().encodeToString(Hmac.sha256(key, body));
  }

  /** Judges the header {@code Body-Sign} of an answer by the bytes that came. */
  static BodySign judge(Optional<String> header, Secret key, byte[] body) {
    if (header.isEmpty()) {
      return BodySign.MISSING;
    }
    Matcher matcher = BODY_SIGN.matcher(header.get());
    boolean valid = matcher.matches() && Hmac.same(body(key, body), matcher.group(1));
    return valid ? BodySign.VALID : BodySign.WRONG;
  }
}
