package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.OnboardingId;
import java.util.List;

/**
 * What a believed request is answered.
 *
 * @param code the result, for the log
 * @param body the bytes, not yet signed
 * @param touched the onboardings that may go on now
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, hashed or shown
record Answer(ResultCode code, byte[] body, List<OnboardingId> touched) {

  static Answer of(ResultCode code) {
    return of(code, List.of());
  }

  static Answer of(ResultCode code, List<OnboardingId> touched) {
    return new Answer(code, AnswerBody.of(code), touched);
  }
}
