package com.guance.onboarding.benchmarks;

import com.guance.onboarding.domain.OrderKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * KooGallery's calls of a production URL, signed as contracts/koogallery.md §2 says, by code of its
 * own; each with a nonce that nobody has seen. Used by one thread.
 */
final class SignedCalls {

  private final String key;
  private final String head;
  private final Mac mac;

  /**
   * Prepares.
   *
   * @param path the path of the production URL
   * @param key the access key of the production interface
   */
  SignedCalls(String path, String key) {
    this.key = key;
    this.head = "POST " + path + "?signature=";
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
  }

  /** A new instance for an order; KooGallery gives each attempt another business id. */
  byte[] newInstance(OrderKey order) {
    return signed(
        "{\"activity\":\"newInstance\",\"businessId\":\""
            + UUID.randomUUID()
            + "\",\"orderId\":\""
            + order.orderId()
            + "\",\"orderLineId\":\""
            + order.orderLineId()
            + "\",\"testFlag\":\"0\"}");
  }

  /** A question about at most a hundred instances. */
  byte[] queryInstance(List<String> instances) {
    return signed(
        "{\"activity\":\"queryInstance\",\"instanceId\":\""
            + String.join(",", instances)
            + "\",\"testFlag\":\"0\"}");
  }

  private byte[] signed(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String nonce = UUID.randomUUID().toString().replace("-", "");
    long now = System.currentTimeMillis();
    String inner = HexFormat.of().formatHex(mac.doFinal(body));
    byte[] canonical = (key + nonce + now + inner).getBytes(StandardCharsets.UTF_8);
    String signature = HexFormat.of().withUpperCase().formatHex(mac.doFinal(canonical));
    String whole =
        head
            + signature
            + "&timestamp="
            + now
            + "&nonce="
            + nonce
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n"
            + text;
    return whole.getBytes(StandardCharsets.UTF_8);
  }
}
