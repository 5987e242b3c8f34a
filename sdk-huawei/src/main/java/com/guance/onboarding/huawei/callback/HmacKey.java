package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One access key, made ready for hashing. Thread-safe: who needs its engine borrows one and gives
 * it back; no thread locals, so nothing outlives the handler.
 */
final class HmacKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PLACES = 16;

  private final byte[] bytes;
  private final AtomicReferenceArray<HmacEngine> idle = new AtomicReferenceArray<>(PLACES);

  private HmacKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static HmacKey of(Secret accessKey) {
    return new HmacKey(accessKey.reveal().getBytes(StandardCharsets.UTF_8));
  }

  /** The key itself, which the canonical request begins with. */
  byte[] bytes() {
    return bytes;
  }

  HmacEngine borrow() {
    HmacEngine engine = idle.getAndSet(place(), null);
    return engine == null ? newEngine() : engine;
  }

  /** Only for an engine that has finished: one that failed half-way is dropped. */
  void giveBack(HmacEngine engine) {
    idle.set(place(), engine);
  }

  private HmacEngine newEngine() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes, ALGORITHM));
      return new HmacEngine(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  @SuppressWarnings("deprecation") // threadId() came with Java 19
  private static int place() {
    return (int) Thread.currentThread().getId() & (PLACES - 1);
  }
}
