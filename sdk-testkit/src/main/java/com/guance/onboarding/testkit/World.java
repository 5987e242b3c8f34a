package com.guance.onboarding.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The emulated world: one lock around everything that exists. */
final class World {

  private final ReentrantLock lock = new ReentrantLock();
  private final Tables tables = new Tables();
  private final Ids ids = new Ids();
  private final EmulatorSettings settings;
  private final List<WorldListener> listeners = new CopyOnWriteArrayList<>();
  private List<WorldEvent> events = new ArrayList<>();
  private Instant lastEvent = Instant.EPOCH;
  private volatile boolean partnerConnected;

  World(EmulatorSettings settings) {
    this.settings = settings;
  }

  /** Runs an act alone in the world, then tells the listeners what happened. */
  <T> T act(Origin origin, Supplier<T> act) {
    List<WorldEvent> happened = List.of();
    lock.lock();
    try {
      return act.get();
    } finally {
      if (lock.getHoldCount() == 1) {
        happened = events;
        events = new ArrayList<>();
      }
      lock.unlock();
      tell(happened, origin);
    }
  }

  private void tell(List<WorldEvent> happened, Origin origin) {
    for (WorldEvent event : happened) {
      listeners.forEach(listener -> listener.on(event, origin));
    }
  }

  void happened(WorldEvent event) {
    events.add(event);
  }

  /** Whether a partner's backend names the instances. */
  boolean partnerConnected() {
    return partnerConnected;
  }

  void partnerConnected(boolean connected) {
    partnerConnected = connected;
  }

  void listen(WorldListener listener) {
    listeners.add(listener);
  }

  Tables tables() {
    return tables;
  }

  Ids ids() {
    return ids;
  }

  EmulatorSettings settings() {
    return settings;
  }

  /** Now, or a moment later when something has just happened: an order of events needs times. */
  Instant eventTime() {
    Instant now = now().truncatedTo(ChronoUnit.MILLIS);
    lastEvent = now.isAfter(lastEvent) ? now : lastEvent.plusMillis(1);
    return lastEvent;
  }

  Instant now() {
    return settings.clock().instant();
  }
}
