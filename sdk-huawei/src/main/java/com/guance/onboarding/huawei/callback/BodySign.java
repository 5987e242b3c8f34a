package com.guance.onboarding.huawei.callback;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Signs answers (contracts/koogallery.md §2.3): the quotes and the blank are part of the form. */
final class BodySign {

  static final String HEADER = "Body-Sign";

  private static final String BEFORE = "sign_type=\"HMAC-SHA256\", signature= \"";

  private BodySign() {}

  /** The value of the header for exactly these bytes. */
  static String of(HmacKey key, byte[] body) {
    HmacEngine engine = key.borrow();
    byte[] digits = Base64.getEncoder().encode(engine.add(body).finish());
    key.giveBack(engine);
    return BEFORE + new String(digits, StandardCharsets.ISO_8859_1) + '"';
  }
}
