package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.OnboardingId;
import java.util.List;
import java.util.Map;

/**
 * What is to be sent back, byte for byte: {@code Body-Sign} covers the body.
 *
 * @param status the HTTP status
 * @param headers the headers to set
 * @param body the bytes of the body
 * @param touched the onboardings that may go on now; {@code advance} them after the answer is sent
 */
@SuppressWarnings("ArrayRecordComponent") // bytes in, bytes out: a copy would double the work
public record CallbackReply(
    int status, Map<String, List<String>> headers, byte[] body, List<OnboardingId> touched) {

  /** Returns status and size; an answer may hold a buyer's access data. */
  @Override
  public String toString() {
    return "CallbackReply[" + status + ", " + body.length + " bytes, touched " + touched + "]";
  }
}
