package com.guance.onboarding.huawei.callback;

import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * With which digests a client secret may be encrypted. KooGallery says RSA-OAEP and not which
 * (contracts/koogallery.md §10).
 */
public enum OaepDigest {
  /** SHA-256 for both. */
  SHA256_MGF1_SHA256("SHA-256", "SHA-256"),
  /** SHA-256, and SHA-1 for the mask: what Java's own name for OAEP with SHA-256 means. */
  SHA256_MGF1_SHA1("SHA-256", "SHA-1"),
  /** SHA-1 for both. */
  SHA1_MGF1_SHA1("SHA-1", "SHA-1");

  private final String digest;
  private final String maskDigest;

  OaepDigest(String digest, String maskDigest) {
    this.digest = digest;
    this.maskDigest = maskDigest;
  }

  OAEPParameterSpec parameters() {
    return new OAEPParameterSpec(
        digest, "MGF1", new MGF1ParameterSpec(maskDigest), PSource.PSpecified.DEFAULT);
  }
}
