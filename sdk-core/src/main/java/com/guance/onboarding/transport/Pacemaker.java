package com.guance.onboarding.transport;

import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * Keeps Okio's timer from being woken by each call. Okio has one thread for all timeouts, which
 * sleeps until the first of them. A call alone is always the first, so starting it wakes that
 * thread, and on its processor somebody waits for that. While calls are made there is a timeout
 * here that ends before theirs, once a second, and nobody is woken for them. Thread-safe.
 */
final class Pacemaker extends AsyncTimeout {

  /** Okio's timer is one for the whole program. */
  static final Pacemaker OF_ALL_CALLS = new Pacemaker();

  private static final long BEAT_SECONDS = 1;

  private volatile boolean beating;
  private volatile boolean wanted;

  Pacemaker() {
    timeout(BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** Says that a call is made: beats now and in the next second. */
  void want() {
    if (!wanted) {
      wanted = true;
    }
    if (!beating) {
      begin();
    }
  }

  boolean isBeating() {
    return beating;
  }

  private synchronized void begin() {
    if (!beating) {
      beating = true;
      enter();
    }
  }

  /** A beat: the last one if nobody made a call since the one before. */
  @Override
  protected synchronized void timedOut() {
    exit();
    beating = wanted;
    wanted = false;
    if (beating) {
      enter();
    }
  }
}
