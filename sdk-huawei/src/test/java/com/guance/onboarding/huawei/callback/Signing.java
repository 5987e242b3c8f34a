package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * KooGallery's side of the signatures, written from the contract and not from our code: the way a
 * reader of contracts/koogallery.md §2 would put it down.
 */
final class Signing {

  static final Secret PRODUCTION_KEY = Secret.of("test-access-key-0001");
  static final Secret SYNC_KEY = Secret.of("test-kit-key-0002");
  static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

  private Signing() {}

  static CallbackRequest production(Secret key, String nonce, String timestamp, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String inner = hmac(key.reveal(), bytes);
    String canonical = key.reveal() + nonce + timestamp + inner;
    String signature = hmac(key.reveal(), canonical.getBytes(StandardCharsets.UTF_8));
    return request("/koogallery", query(signature, timestamp, nonce), Map.of(), bytes);
  }

  static CallbackRequest sync(Secret key, String nonce, String activity, String body) {
    String timestamp = Long.toString(NOW.toEpochMilli());
    String canonical = key.reveal() + nonce + timestamp + body;
    String signature = hmac(key.reveal(), canonical.getBytes(StandardCharsets.UTF_8));
    return request(
        "/koogallery/produceAPI/v2/" + activity,
        "",
        Map.of(
            "x-sign", List.of(signature),
            "x-timestamp", List.of(timestamp),
            "x-nonce", List.of(nonce)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  static CallbackRequest production(String nonce, String body) {
    return production(PRODUCTION_KEY, nonce, Long.toString(NOW.toEpochMilli()), body);
  }

  static String query(String signature, String timestamp, String nonce) {
    return "signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce;
  }

  static CallbackRequest request(
      String path, String query, Map<String, List<String>> headers, byte[] body) {
    return new CallbackRequest("POST", path, query, headers, body);
  }

  static String hmac(String key, byte[] data) {
    return HexFormat.of().formatHex(mac(key, data));
  }

  static byte[] mac(String key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
