package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientSecretsTest {

  static final KeyPair PAIR = keyPair();

  @ParameterizedTest
  @EnumSource(OaepDigest.class)
  void open_encryptedWithAnyDigest_findsTheSecret(OaepDigest digest) {
    ClientSecrets secrets =
        new ClientSecrets(
            List.of(PemKey.read(pem("PRIVATE KEY", PAIR.getPrivate().getEncoded()))),
            List.of(OaepDigest.values()));

    assertThat(secrets.open(encrypted("s3cret-密", digest))).contains(Secret.of("s3cret-密"));
  }

  @Test
  void open_digestIsNotAmongTheConfigured_findsNothing() {
    ClientSecrets secrets =
        new ClientSecrets(List.of(PAIR.getPrivate()), List.of(OaepDigest.SHA256_MGF1_SHA256));

    assertThat(secrets.open(encrypted("s3cret", OaepDigest.SHA1_MGF1_SHA1))).isEmpty();
    assertThat(secrets.open("not base64 at all!")).isEmpty();
    assertThat(secrets.open("")).isEmpty();
  }

  @Test
  void read_pkcs1_isTheSameKeyAsPkcs8() {
    byte[] pkcs8 = PAIR.getPrivate().getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length); // after the fixed header

    assertThat(PemKey.read(pem("RSA PRIVATE KEY", pkcs1))).isEqualTo(PAIR.getPrivate());
  }

  @Test
  void read_noKey_namesTheSettingAndNothingOfTheValue() {
    for (String text :
        List.of("CANARY", pem("PUBLIC KEY", new byte[] {1}).reveal(), garbage().reveal())) {
      assertThatThrownBy(() -> PemKey.read(Secret.of(text)))
          .isInstanceOf(InvalidSettingException.class)
          .hasNoCause()
          .hasMessageStartingWith("privateKeys")
          .hasMessageNotContaining("CANARY");
    }
  }

  private static Secret garbage() {
    return pem("PRIVATE KEY", "CANARY".getBytes(StandardCharsets.US_ASCII));
  }

  static Secret pem(String name, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Secret.of("-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n");
  }

  private static String encrypted(String text, OaepDigest digest) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.ENCRYPT_MODE, PAIR.getPublic(), digest.parameters());
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
