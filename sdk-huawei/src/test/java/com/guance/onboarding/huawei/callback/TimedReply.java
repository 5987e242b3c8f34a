package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/**
 * A reply and how long it took.
 *
 * @param reply the reply
 * @param took from the call to the reply
 */
record TimedReply(CallbackReply reply, Duration took) {

  static TimedReply of(HandlerFixture koo, CallbackRequest request) {
    long begin = System.nanoTime();
    CallbackReply reply = koo.handler.handle(request);
    return new TimedReply(reply, Duration.ofNanos(System.nanoTime() - begin));
  }

  void isSignedInTime() {
    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(reply.headers().get("Body-Sign"))
        .containsExactly(BodySign.of(HmacKey.of(Signing.PRODUCTION_KEY), reply.body()));
  }
}
