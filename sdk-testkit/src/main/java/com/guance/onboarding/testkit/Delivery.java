package com.guance.onboarding.testkit;

import java.time.Instant;

/** A notice on its way. Guarded by the courier's lock, but for what never changes. */
final class Delivery {

  final String id;
  final Notice notice;
  final long number;

  /** When the next call is due, on the clock. */
  Instant due;

  int attempts;
  boolean inFlight;

  /** Held back until another call of its order has gone out, or the clock moves. */
  boolean held;

  /** The first call has been made, or there is none to wait for. */
  boolean tried;

  boolean finished;

  Delivery(String id, Notice notice, long number, Instant due) {
    this.id = id;
    this.notice = notice;
    this.number = number;
    this.due = due;
  }

  /** What goes out one after the other. */
  String lane() {
    return notice.order().map(Object::toString).orElse("");
  }
}
