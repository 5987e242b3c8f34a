package com.guance.onboarding.examples.backend;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The key pair of a seller's credential, as PEM; made once, because that takes long. */
public final class SellerKeyPair {

  private static final KeyPair PAIR = generate();

  private SellerKeyPair() {}

  /** The private key, PKCS#8. */
  public static String privateKey() {
    return pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());
  }

  /** The public key. */
  public static String publicKey() {
    return pem("PUBLIC KEY", PAIR.getPublic().getEncoded());
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] der) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
  }
}
