package com.guance.onboarding.billing.external;

/**
 * How the 32 bytes of a signature are written. The header table of the documents shows Base64, both
 * code samples write hexadecimal.
 */
public enum SignatureEncoding {
  /** Lower-case hexadecimal, 64 characters. */
  HEX,
  /** Base64 with padding, 44 characters. */
  BASE64
}
