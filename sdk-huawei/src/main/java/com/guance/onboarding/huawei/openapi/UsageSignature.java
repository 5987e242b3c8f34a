package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The second signature of a usage push (contracts/koogallery.md §6.2). */
final class UsageSignature {

  private static final String MAC_ALGORITHM = "HmacSHA256";

  private UsageSignature() {}

  static String of(Secret key, String ts, String nonce, byte[] body) {
    try {
      Mac mac = Mac.getInstance(MAC_ALGORITHM);
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), MAC_ALGORITHM));
      mac.update(("ts=" + ts + "&nonce=" + nonce + "&body=").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign", e);
    }
  }
}
