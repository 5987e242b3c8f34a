package com.guance.onboarding.billing.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.Authorizer;
import com.guance.onboarding.transport.OutgoingRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs each attempt with the time and a nonce of its own, contracts/guance.md §4. What is signed
 * is what is sent: the encoded path and query, and the bytes of the body.
 */
final class ExternalSignature implements Authorizer {

  private static final String HMAC = "HmacSHA256";

  private final ExternalSettings settings;
  private final Clock clock;
  private final Supplier<String> nonces;

  ExternalSignature(ExternalSettings settings, Clock clock, Supplier<String> nonces) {
    this.settings = settings;
    this.clock = clock;
    this.nonces = nonces;
  }

  @Override
  public void authorize(OutgoingRequest request) {
    String nonce = nonces.get();
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    String path = request.rawPath() + request.rawQuery().map(query -> "?" + query).orElse("");
    byte[] signature =
        sign(
            settings.secretKey(),
            request.method() + " " + nonce + " " + path + " " + timestamp + " ",
            request.body());
    request
        .header("Content-Type", "application/json")
        .header("X-Df-Access-Key", settings.accessKey().reveal())
        .header("X-Df-Timestamp", timestamp)
        .header("X-Df-SVersion", settings.signatureVersion())
        .header("X-Df-Nonce", nonce)
        .header("X-Df-Signature", write(signature, settings.encoding()));
  }

  /** The body goes in as bytes: it is signed as it is sent, whatever is in it. */
  static byte[] sign(Secret secretKey, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secretKey.reveal().getBytes(UTF_8), HMAC));
      mac.update(head.getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  static String write(byte[] signature, SignatureEncoding encoding) {
    return encoding == SignatureEncoding.BASE64
        ? Base64.getEncoder().encodeToString(signature)
        : HexFormat.of().formatHex(signature);
  }
}
