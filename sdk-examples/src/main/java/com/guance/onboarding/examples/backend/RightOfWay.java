package com.guance.onboarding.examples.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets answers pass before what can wait: KooGallery gives up after seconds, and nobody waits for
 * the work behind an answer.
 */
final class RightOfWay {

  /** Under a load that never ends the work behind goes on, too. */
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final AtomicInteger underWay = new AtomicInteger();

  /** Answers as the handler does, with the right of way. */
  HttpHandler over(HttpHandler handler) {
    return exchange -> answer(handler, exchange);
  }

  private void answer(HttpHandler handler, HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try {
      handler.handle(exchange);
    } finally {
      underWay.decrementAndGet();
    }
  }

  /** Waits until no answer is under way, but not for long. */
  void give() {
    long start = System.nanoTime();
    while (underWay.get() > 0 && System.nanoTime() - start < LONGEST_NANOS) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
