package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.OnboardingId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes replies: the status, the content type and the signature around a body. */
final class Replies {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final List<String> JSON = List.of("application/json;charset=utf-8");
  private static final int OK = 200;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int CONTENT_TOO_LARGE = 413;

  private final KeyRing keyRing;

  Replies(KeyRing keyRing) {
    this.keyRing = keyRing;
  }

  /** An answer to a request that was believed, signed with the key that it was signed with. */
  CallbackReply answer(HmacKey key, byte[] body, List<OnboardingId> touched) {
    Map<String, List<String>> headers =
        Map.of(CONTENT_TYPE, JSON, BodySign.HEADER, List.of(BodySign.of(key, body)));
    return new CallbackReply(OK, headers, body, touched);
  }

  /**
   * A refusal: one of a fixed set of bodies, signed with the interface's first key where there is
   * one.
   */
  CallbackReply refusal(Route route, ResultCode code) {
    byte[] body = AnswerBody.of(code);
    List<HmacKey> keys = keyRing.keys(route);
    return keys.isEmpty()
        ? new CallbackReply(OK, Map.of(CONTENT_TYPE, JSON), body, List.of())
        : answer(keys.get(0), body, List.of());
  }

  CallbackReply methodNotAllowed(Route route) {
    CallbackReply refusal = refusal(route, ResultCode.INVALID_PARAMETER);
    Map<String, List<String>> headers = new HashMap<>(refusal.headers());
    headers.put("Allow", List.of("POST"));
    return new CallbackReply(
        METHOD_NOT_ALLOWED, Map.copyOf(headers), refusal.body(), refusal.touched());
  }

  CallbackReply tooLarge(Route route) {
    CallbackReply refusal = refusal(route, ResultCode.INVALID_PARAMETER);
    return new CallbackReply(
        CONTENT_TOO_LARGE, refusal.headers(), refusal.body(), refusal.touched());
  }
}
