package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.error.CallbackException;

/** The words that a refusal is logged by, and the code that it is answered with. */
final class Checks {

  static final String SIGNATURE = "signature";
  static final String REPLAY = "replay";
  static final String NONCE = "nonce";
  static final String TIMESTAMP = "timestamp";
  static final String WINDOW = "window";
  static final String QUERY = "query";
  static final String HEADERS = "headers";
  static final String BODY = "body";
  static final String ACTIVITY = "activity";

  private static final String PROVIDER = "huawei";

  private Checks() {}

  static CallbackException failed(String operation, String check) {
    return new CallbackException(PROVIDER, operation, check);
  }

  static ResultCode code(CallbackException refusal) {
    return switch (refusal.check()) {
      case SIGNATURE, REPLAY -> ResultCode.AUTHENTICATION_FAILED;
      default -> ResultCode.INVALID_PARAMETER;
    };
  }
}
