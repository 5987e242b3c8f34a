package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InvalidInputException;

/** Types what has been verified; lenient in form, strict where a value is needed to act on it. */
final class EventDecoder {

  private EventDecoder() {}

  /**
   * Types a verified request.
   *
   * @throws com.guance.onboarding.error.CallbackException if a field that is needed is missing or
   *     unusable
   */
  static CallbackEvent decode(Verified verified) {
    try {
      return verified.route().channel() == Channel.PRODUCTION
          ? ProductionDecoder.decode(new FieldReader(verified))
          : SyncDecoder.decode(new FieldReader(verified), verified.route().activity());
    } catch (InvalidInputException e) {
      throw Checks.failed(verified.route().operation(), Checks.BODY);
    }
  }
}
