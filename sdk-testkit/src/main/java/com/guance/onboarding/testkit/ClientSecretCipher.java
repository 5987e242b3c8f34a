package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Encrypts client secrets for the partner, with RSA-OAEP (contracts/koogallery.md §3.1). */
final class ClientSecretCipher {

  private static final int BITS = 3072;
  private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /** For the partner's key, or for the emulator's own where the partner has given none. */
  String encrypt(Secret secret, PartnerConnection partner) {
    try {
      PublicKey key =
          partner.publicKey().isPresent() ? read(partner.publicKey().get()) : Own.PAIR.getPublic();
      PartnerConnection.ClientSecretPadding padding = partner.padding();
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          key,
          new OAEPParameterSpec(
              padding.digest,
              "MGF1",
              new MGF1ParameterSpec(padding.maskDigest),
              PSource.PSpecified.DEFAULT));
      return Base64.getEncoder().encodeToString(cipher.doFinal(Hmac.utf8(secret.reveal())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the client secret cannot be encrypted", e);
    }
  }

  /** PKCS#8, for a partner that has no pair of its own. */
  Secret ownPrivateKey() {
    return Secret.of(pem("PRIVATE KEY", Own.PAIR.getPrivate().getEncoded()));
  }

  /** One for all emulators of a process: a pair takes seconds to make. */
  private static final class Own {

    private static final KeyPair PAIR = pair();

    private static KeyPair pair() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has RSA", e);
      }
    }
  }

  private static String pem(String name, byte[] encoded) {
    String edge = name + "-----";
    return "-----BEGIN " + edge + "\n" + PEM_LINES.encodeToString(encoded) + "\n-----END " + edge;
  }

  /** With or without the lines around it: KooGallery's form wants the key without them. */
  private static PublicKey read(String pem) throws GeneralSecurityException {
    String content = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
    return KeyFactory.getInstance("RSA")
        .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(content)));
  }

  /** Whether KooGallery takes a key. */
  static boolean fit(String pem) {
    try {
      return read(pem) instanceof RSAPublicKey key && key.getModulus().bitLength() >= BITS;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Refuses a key that cannot be read, before anything is to be encrypted. */
  static void check(Optional<String> pem) {
    try {
      if (pem.isPresent()) {
        read(pem.get());
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the public key must be an RSA key in PEM", e);
    }
  }
}
