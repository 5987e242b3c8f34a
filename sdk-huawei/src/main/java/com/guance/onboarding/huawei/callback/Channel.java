package com.guance.onboarding.huawei.callback;

import java.security.MessageDigest;

/**
 * KooGallery's two interfaces: each has keys and a signature rule of its own
 * (contracts/koogallery.md §2.1, §2.2).
 */
enum Channel {
  /** Orders and instances; the signature stands in the query and covers a hash of the body. */
  PRODUCTION {
    @Override
    byte[] sign(HmacKey key, HmacEngine engine, Stamp stamp, byte[] payload) {
      byte[] inner = engine.add(payload).finishAsHex();
      return engine.add(key.bytes()).add(stamp.nonce()).add(stamp.timestamp()).add(inner).finish();
    }
  },
  /** Organizations, applications and members; the signature stands in headers. */
  SYNCHRONIZATION {
    @Override
    byte[] sign(HmacKey key, HmacEngine engine, Stamp stamp, byte[] payload) {
      return engine
          .add(key.bytes())
          .add(stamp.nonce())
          .add(stamp.timestamp())
          .add(payload)
          .finish();
    }
  };

  /** The signature of a payload; the array belongs to the engine. */
  abstract byte[] sign(HmacKey key, HmacEngine engine, Stamp stamp, byte[] payload);

  /** Whether the stamp's signature is this key's over this payload, compared in constant time. */
  boolean matches(HmacKey key, Stamp stamp, byte[] payload) {
    HmacEngine engine = key.borrow();
    boolean matches = MessageDigest.isEqual(stamp.signature(), sign(key, engine, stamp, payload));
    key.giveBack(engine);
    return matches;
  }
}
