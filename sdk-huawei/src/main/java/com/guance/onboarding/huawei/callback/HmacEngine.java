package com.guance.onboarding.huawei.callback;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/** A keyed MAC with the buffers around it. Not thread-safe. */
final class HmacEngine {

  static final int HASH_LENGTH = 32;

  private final Mac mac;
  private final byte[] hash = new byte[HASH_LENGTH];
  private final byte[] hex = new byte[2 * HASH_LENGTH];

  HmacEngine(Mac mac) {
    this.mac = mac;
  }

  HmacEngine add(byte[] bytes) {
    mac.update(bytes);
    return this;
  }

  /** Ends the message. The array belongs to the engine and holds until its next use. */
  byte[] finish() {
    try {
      mac.doFinal(hash, 0);
      return hash;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot hash", e);
    }
  }

  /** Ends the message; its hash in lower-case digits, in an array of the engine's. */
  byte[] finishAsHex() {
    return Hex.write(finish(), hex);
  }
}
