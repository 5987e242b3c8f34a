package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/**
 * Time that passes only while every one of a known number of threads sleeps: then it jumps to the
 * moment at which the first of them wants to wake.
 */
final class VirtualTime extends Clock implements Sleeper {

  private final PriorityQueue<Long> alarms = new PriorityQueue<>();
  private int awake;
  private long now = 1_700_000_000_000L;

  VirtualTime(int threads) {
    this.awake = threads;
  }

  @Override
  public synchronized void sleep(Duration time) throws InterruptedException {
    long until = now + time.toMillis();
    alarms.add(until);
    awake--;
    jumpIfAllSleep();
    while (now < until) {
      wait();
    }
  }

  /** A thread that has ended sleeps for ever. */
  synchronized void leave() {
    awake--;
    jumpIfAllSleep();
  }

  private void jumpIfAllSleep() {
    if (awake > 0 || alarms.isEmpty()) {
      return;
    }
    now = alarms.peek();
    while (!alarms.isEmpty() && alarms.peek() <= now) {
      alarms.remove();
      awake++;
    }
    notifyAll();
  }

  @Override
  public synchronized long millis() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
