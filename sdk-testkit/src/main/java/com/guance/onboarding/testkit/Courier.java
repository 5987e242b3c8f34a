package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has callbacks go out when they are due on the clock: those of one order one after the other,
 * those of several orders side by side, on a few threads of its own that end with it.
 */
final class Courier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int THREADS = 4;
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final Comparator<Delivery> ORDER =
      Comparator.comparing((Delivery delivery) -> delivery.due)
          .thenComparingLong(delivery -> delivery.number);

  private final World world;
  private final CallbackSender sender;
  private final Predicate<OrderKey> instanceKnown;
  private final List<Delivery> open = new ArrayList<>();
  private final Set<String> busy = new HashSet<>();
  private final ScheduledThreadPoolExecutor pool;
  private long count;
  private boolean started;

  Courier(World world, CallbackSender sender, Predicate<OrderKey> instanceKnown) {
    this.world = world;
    this.sender = sender;
    this.instanceKnown = instanceKnown;
    this.pool = new ScheduledThreadPoolExecutor(THREADS, Worker::new);
    pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** A thread of the courier; it must never wait for the courier. */
  private static final class Worker extends Thread {
    Worker(Runnable task) {
      super(task, "onboarding-emulator-courier");
      setDaemon(true);
    }
  }

  /** With a clock that runs, calls fall due without anybody's doing. */
  synchronized void start() {
    if (started) {
      return;
    }
    started = true;
    Future<?> unused =
        pool.scheduleWithFixedDelay(
            this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  synchronized List<Delivery> add(List<? extends Notice> notices) {
    List<Delivery> added = new ArrayList<>();
    for (Notice notice : notices) {
      Delivery delivery = new Delivery(world.ids().next("cb-"), notice, ++count, world.now());
      sender.opened(delivery);
      open.add(delivery);
      added.add(delivery);
    }
    look();
    return added;
  }

  /** Sends out what is due, as far as the order's call before it has come back. */
  synchronized void look() {
    Instant now = world.now();
    for (Delivery delivery : open.stream().sorted(ORDER).toList()) {
      if (ready(delivery, now) && !busy.contains(delivery.lane())) {
        busy.add(delivery.lane());
        delivery.inFlight = true;
        try {
          pool.execute(() -> run(delivery));
        } catch (RejectedExecutionException closed) {
          return;
        }
      }
    }
  }

  private boolean ready(Delivery delivery, Instant now) {
    return !delivery.inFlight
        && !delivery.held
        && !delivery.due.isAfter(now)
        && (!delivery.notice.needsInstance()
            || delivery.notice.order().filter(instanceKnown.negate()).isEmpty());
  }

  private void run(Delivery delivery) {
    CallbackSender.Outcome outcome;
    try {
      outcome = sender.attempt(delivery);
    } catch (RuntimeException e) {
      LOG.error("the emulator failed at callback {}", delivery.id, e);
      outcome = CallbackSender.Outcome.GIVEN_UP;
    }
    synchronized (this) {
      settle(delivery, outcome);
      notifyAll();
      look();
    }
  }

  private void settle(Delivery delivery, CallbackSender.Outcome outcome) {
    busy.remove(delivery.lane());
    delivery.inFlight = false;
    switch (outcome) {
      case HELD -> delivery.held = true;
      case DELAYED -> delivery.due = world.now().plus(CallbackSender.DELAY);
      case AGAIN -> delivery.due = delivery.due.plus(interval(delivery));
      case DELIVERED, GIVEN_UP -> finish(delivery);
    }
    if (outcome != CallbackSender.Outcome.HELD) {
      release(delivery.lane());
    }
    delivery.tried = true;
  }

  private static Duration interval(Delivery delivery) {
    return delivery.notice.callback().schedule().interval();
  }

  private void finish(Delivery delivery) {
    delivery.finished = true;
    open.remove(delivery);
  }

  private void release(String lane) {
    open.stream().filter(other -> other.lane().equals(lane)).forEach(other -> other.held = false);
  }

  /** Nothing more about this order goes out, but for the call that is under way. */
  synchronized void cancel(OrderKey order) {
    for (Delivery delivery : List.copyOf(open)) {
      if (!delivery.inFlight && delivery.notice.order().filter(order::equals).isPresent()) {
        finish(delivery);
        sender.cancelled(delivery);
      }
    }
    notifyAll();
  }

  /** What has waited for the instance's name is due now, not when it happened. */
  synchronized void instanceNamed(OrderKey order, Instant at) {
    for (Delivery delivery : open) {
      boolean waited = delivery.attempts == 0 && delivery.due.isBefore(at);
      if (waited && delivery.notice.order().filter(order::equals).isPresent()) {
        delivery.due = at;
      }
    }
  }

  synchronized void clear() {
    open.forEach(delivery -> delivery.finished = true);
    open.clear();
    notifyAll();
  }

  /** After the clock has moved: waits until all that fell due has been sent out and answered. */
  void catchUp() {
    synchronized (this) {
      open.forEach(delivery -> delivery.held = false);
    }
    await(() -> open.stream().noneMatch(this::due));
  }

  private boolean due(Delivery delivery) {
    return delivery.inFlight || ready(delivery, world.now());
  }

  /** Waits until each has been called about once; not for what cannot go out yet. */
  void awaitFirstCalls(List<Delivery> deliveries) {
    await(() -> deliveries.stream().allMatch(this::tried));
  }

  private boolean tried(Delivery delivery) {
    return delivery.tried || delivery.finished || !due(delivery);
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition) {
    if (Thread.currentThread() instanceof Worker) {
      return;
    }
    synchronized (this) {
      look();
      while (!condition.holds() && !pool.isShutdown()) {
        try {
          wait(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    synchronized (this) {
      notifyAll();
    }
  }
}
