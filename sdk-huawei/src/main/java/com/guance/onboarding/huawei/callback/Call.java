package com.guance.onboarding.huawei.callback;

import java.time.Duration;
import java.time.Instant;

/**
 * A believed request on its way to an answer.
 *
 * @param stamp when it was signed
 * @param questions until when the partner may be asked
 * @param end until when everything must be done
 */
record Call(Stamp stamp, Deadline questions, Deadline end) {

  private static final double SHARE_OF_QUESTIONS = 0.6;
  private static final long MILLIS_TO_SEND = 100;

  /** The partner's code gets its share; the store needs the rest, and sending takes time too. */
  static Call of(Stamp stamp, Duration answerWithin) {
    long millis = answerWithin.toMillis();
    long end = Math.max(millis / 2, millis - MILLIS_TO_SEND);
    return new Call(
        stamp,
        Deadline.in(Duration.ofMillis((long) (millis * SHARE_OF_QUESTIONS))),
        Deadline.in(Duration.ofMillis(end)));
  }

  /**
   * When an event is said to have happened. A rehearsal happens at one and the same time always:
   * the daily dial test repeats itself for ever and must not pile up for ever.
   */
  static Instant at(boolean rehearsal, Instant time) {
    return rehearsal ? Instant.EPOCH : time;
  }
}
