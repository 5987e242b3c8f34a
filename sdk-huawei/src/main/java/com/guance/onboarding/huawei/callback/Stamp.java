package com.guance.onboarding.huawei.callback;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What stands beside a signed body: who signed when. Bytes as they were sent, for hashing.
 *
 * @param signature the signature, not yet verified
 * @param nonce the nonce
 * @param timestamp the time's digits
 * @param at the time that they mean
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, hashed or shown
record Stamp(byte[] signature, byte[] nonce, byte[] timestamp, Instant at) {

  /**
   * Names the request: byte-identical repetitions have the same one. The signature alone, because
   * it covers the nonce wherever the nonce ends.
   */
  String replayKey() {
    return "koogallery:" + HexFormat.of().formatHex(signature);
  }

  /** Returns the time. */
  @Override
  public String toString() {
    return "Stamp[" + at + "]";
  }
}
