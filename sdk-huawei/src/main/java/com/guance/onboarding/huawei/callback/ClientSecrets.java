package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * Decrypts the client secrets that applicationSync brings. Only for what has been verified:
 * decrypting for strangers would answer them questions about the key.
 */
final class ClientSecrets {

  private static final String CIPHER = "RSA/ECB/OAEPPadding";

  private final List<PrivateKey> keys;
  private final List<OaepDigest> digests;

  ClientSecrets(List<PrivateKey> keys, List<OaepDigest> digests) {
    this.keys = List.copyOf(keys);
    this.digests = List.copyOf(digests);
  }

  /** Whether there is a key to try at all. */
  boolean possible() {
    return !keys.isEmpty();
  }

  /** The secret, empty if no key with no digest opens it. */
  Optional<Secret> open(String ciphertext) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(ciphertext);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    for (PrivateKey key : keys) {
      for (OaepDigest digest : digests) {
        Optional<Secret> secret = open(bytes, key, digest);
        if (secret.isPresent()) {
          return secret;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Secret> open(byte[] bytes, PrivateKey key, OaepDigest digest) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.DECRYPT_MODE, key, digest.parameters());
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(cipher.doFinal(bytes)))
              .toString();
      return text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text));
    } catch (GeneralSecurityException | CharacterCodingException e) {
      return Optional.empty(); // not with this digest
    }
  }
}
