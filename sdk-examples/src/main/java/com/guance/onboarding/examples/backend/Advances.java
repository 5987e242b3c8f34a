package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.OnboardingException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with onboardings: after a callback, after an answer, and when time is what they wait for.
 *
 * <p>A callback's onboarding is handed to a few threads with a bounded queue: no more than leave
 * half of the processors to the answers. What does not fit in is due in the store, where the ticker
 * finds it, or the scheduler of one of the nodes. What is in the queue is due, too: the ticker
 * looks when the queue is empty, and every two seconds when it never is, so that nothing is done
 * twice.
 */
final class Advances implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Advances.class);

  static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int QUEUE = 1024;
  private static final long TICK_MILLIS = 250;
  private static final int MOST_PASSED_BY = 8;
  private static final long CLOSE_SECONDS = 5;
  private static final int LOCKS = 64;

  private final OnboardingFlow flow;
  private final Keyboard keyboard;
  private final Consumer<OnboardingId> first;
  private final Runnable due;
  private final Lock[] locks = new Lock[LOCKS];
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService ticker;

  /** How often the ticker has left what is due to the queue; known to the ticker only. */
  private int passedBy;

  /**
   * Starts the threads.
   *
   * @param first told of each onboarding before it is advanced because of a callback
   * @param due goes on with what time has brought, if nobody else does
   */
  Advances(OnboardingFlow flow, Keyboard keyboard, Consumer<OnboardingId> first, Runnable due) {
    this.flow = flow;
    this.keyboard = keyboard;
    this.first = first;
    this.due = due;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            named("backend-advance-"),
            new ThreadPoolExecutor.DiscardPolicy());
    this.ticker = Executors.newSingleThreadScheduledExecutor(named("backend-ticker-"));
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Begins to look for what is due. */
  void start() {
    Future<?> unused = // a tick never throws, and close() ends them
        ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    if (threads.getQueue().isEmpty() || ++passedBy == MOST_PASSED_BY) {
      passedBy = 0;
      quietly(due);
    }
    keyboard.waiting().forEach(id -> quietly(() -> advance(id)));
  }

  /** Goes on with what a callback has touched, soon. */
  void touched(List<OnboardingId> ids) {
    ids.forEach(
        id ->
            threads.execute(
                () ->
                    quietly(
                        () -> {
                          first.accept(id);
                          advance(id);
                        })));
  }

  /** An answer of a person; goes on with it at once. */
  Progress answer(OnboardingId id, String taskId, Map<String, Secret> values) {
    Lock lock = lock(id);
    lock.lock();
    try {
      keyboard.type(id, taskId, values);
      return advance(id);
    } catch (RuntimeException e) {
      keyboard.drop(id, taskId);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private Lock lock(OnboardingId id) {
    return locks[Math.floorMod(id.hashCode(), LOCKS)];
  }

  /** One at a time for each onboarding, so that a typed code does not meet a claim of our own. */
  private Progress advance(OnboardingId id) {
    Lock lock = lock(id);
    lock.lock();
    try {
      boolean typed = keyboard.holds(id);
      Progress progress = flow.advance(id, keyboard.answers(id));
      if (!typed) {
        return progress;
      }
      if (progress instanceof Progress.Waiting waiting) {
        keyboard.drop(id, waiting.tasks()); // an answer that was taken is not asked for again
        keyboard.keep(id, open(id));
      } else {
        keyboard.keep(id, List.of());
      }
      return progress;
    } finally {
      lock.unlock();
    }
  }

  private List<PersonTask> open(OnboardingId id) {
    return flow.explain(id).waiting().map(Progress.Waiting::tasks).orElse(List.of());
  }

  /** A thread of ours outlives what one onboarding throws. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (OnboardingException e) {
      LOG.warn("not advanced: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("not advanced: {}", e.getClass().getName());
    }
  }

  /** Ends the threads; what runs is finished, within a few seconds. */
  @Override
  public void close() {
    ticker.shutdown();
    threads.shutdown();
    try {
      ticker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
