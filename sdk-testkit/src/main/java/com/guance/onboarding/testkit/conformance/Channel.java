package com.guance.onboarding.testkit.conformance;

import com.guance.onboarding.domain.Secret;

/** KooGallery's two interfaces, and where each carries its stamp. */
enum Channel {
  PRODUCTION("signature", "timestamp", "nonce") {
    @Override
    String sign(Secret key, String nonce, String timestamp, byte[] payload) {
      return Signer.production(key, nonce, timestamp, payload);
    }
  },
  SYNC("x-sign", "x-timestamp", "x-nonce") {
    @Override
    String sign(Secret key, String nonce, String timestamp, byte[] payload) {
      return Signer.sync(key, nonce, timestamp, payload);
    }
  };

  private final String signature;
  private final String timestamp;
  private final String nonce;

  Channel(String signature, String timestamp, String nonce) {
    this.signature = signature;
    this.timestamp = timestamp;
    this.nonce = nonce;
  }

  String signature() {
    return signature;
  }

  String timestamp() {
    return timestamp;
  }

  String nonce() {
    return nonce;
  }

  abstract String sign(Secret key, String nonce, String timestamp, byte[] payload);
}
