package com.guance.onboarding.examples.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets answers pass before what can wait: KooGallery gives up after seconds, and nobody waits for
 * the work behind an answer.
 */
final class RightOfWay {

  /** Under a load that never ends the work behind goes on, too. */
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final LongSupplier nanoTime;
  private final LongConsumer pause;
  private final AtomicInteger underWay = new AtomicInteger();

  RightOfWay(LongSupplier nanoTime, LongConsumer pause) {
    this.nanoTime = nanoTime;
    this.pause = pause;
  }

  static RightOfWay real() {
    return new RightOfWay(System::nanoTime, LockSupport::parkNanos);
  }

  /** Answers as the handler does, with the right of way. */
  HttpHandler over(HttpHandler handler) {
    return exchange -> answer(handler, exchange);
  }

  private void answer(HttpHandler handler, HttpExchange exchange) throws IOException {
    enter();
    try {
      handler.handle(exchange);
    } finally {
      leave();
    }
  }

  void enter() {
    underWay.incrementAndGet();
  }

  void leave() {
    underWay.decrementAndGet();
  }

  /** Waits until no answer is under way, but not for long. */
  void give() {
    long start = nanoTime.getAsLong();
    while (underWay.get() > 0 && nanoTime.getAsLong() - start < LONGEST_NANOS) {
      pause.accept(LOOK_NANOS);
    }
  }
}
