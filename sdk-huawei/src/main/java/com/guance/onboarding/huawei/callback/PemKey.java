package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads RSA private keys from PEM: PKCS#8, and PKCS#1 as openssl's older commands write it. */
final class PemKey {

  private static final int SHORTEST = 2048;
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");

  /** Version 0 and the name rsaEncryption with no parameters: what PKCS#8 puts before PKCS#1. */
  private static final byte[] RSA_HEADER = {
    2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
  };

  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 4;

  private PemKey() {}

  static PrivateKey read(Secret pem) {
    Matcher matcher = PEM.matcher(pem.reveal());
    if (!matcher.find()) {
      throw refused("must be a PEM block PRIVATE KEY or RSA PRIVATE KEY");
    }
    byte[] content = Base64.getMimeDecoder().decode(matcher.group(2));
    byte[] encoded = matcher.group(1) == null ? content : wrapped(content);
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= SHORTEST) {
        return key;
      }
      throw refused("must have at least 2048 bits");
    } catch (GeneralSecurityException e) {
      throw refused("must hold an RSA key"); // the cause could quote the key
    }
  }

  private static InvalidSettingException refused(String rule) {
    return new InvalidSettingException(
        "privateKeys", rule, "give the key whose public half is registered with the credential");
  }

  private static byte[] wrapped(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(RSA_HEADER);
    writeTagged(inner, OCTET_STRING, pkcs1);
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    writeTagged(outer, SEQUENCE, inner.toByteArray());
    return outer.toByteArray();
  }

  /** DER: tag, length in as few bytes as it takes, content. */
  private static void writeTagged(ByteArrayOutputStream out, int tag, byte[] content) {
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      int lengthBytes = (39 - Integer.numberOfLeadingZeros(content.length)) / 8;
      out.write(0x80 | lengthBytes);
      for (int i = lengthBytes - 1; i >= 0; i--) {
        out.write(content.length >> (8 * i));
      }
    }
    out.writeBytes(content);
  }
}
