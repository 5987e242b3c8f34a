package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.error.StoreException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one pool of a handler. What may block, a store or the partner's code, runs here, so that the
 * caller can stop waiting for it; the caller itself never runs in the pool, so that no work waits
 * for other work.
 */
final class BoundedPool implements AutoCloseable {

  private static final long IDLE_SECONDS = 10;
  private static final long CLOSE_SECONDS = 5;
  private static final String OPERATION = "callback";

  private static final Logger LOG = LoggerFactory.getLogger(BoundedPool.class);

  private final ThreadPoolExecutor executor;
  private final Semaphore questions;
  private final Set<Question<?>> asked = ConcurrentHashMap.newKeySet();

  BoundedPool(CallbackSettings settings) {
    AtomicInteger number = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            settings.poolThreads(),
            settings.poolThreads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.poolQueue()),
            work -> {
              Thread thread =
                  new Thread(work, settings.poolName() + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    // Code that never returns must leave threads for the store.
    this.questions = new Semaphore(Math.max(1, settings.poolThreads() / 2), true);
  }

  /**
   * Runs something that is needed for the answer: the store's work. Nobody waits for it after the
   * deadline, but it is not interrupted: H2 closes a database in a file under everybody when one
   * thread is interrupted. It ends when the store gives up.
   *
   * @throws StoreException if the pool is full or the deadline has passed; what the work throws is
   *     thrown as it is
   */
  <T> T call(Callable<T> work, Deadline deadline) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      executor.execute(task);
      return task.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw asUnchecked(e.getCause());
    } catch (RejectedExecutionException e) {
      throw new StoreException(OPERATION, "the pool is full or closed", null);
    } catch (TimeoutException e) {
      forget(task);
      throw new StoreException(OPERATION, "no answer in time", null);
    } catch (InterruptedException e) {
      forget(task);
      Thread.currentThread().interrupt();
      throw new StoreException(OPERATION, "interrupted", null);
    }
  }

  private void forget(FutureTask<?> task) {
    task.cancel(false);
    executor.remove(task);
  }

  /**
   * Asks the partner's code, in turn after earlier questions; empty if it is too slow or fails,
   * which is logged.
   *
   * @param name what the question is called in the log
   */
  <T> Optional<T> ask(String name, Callable<T> question, Deadline deadline) {
    try {
      if (questions.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
        return answer(name, new Question<>(question), deadline);
      }
      LOG.warn("the partner was not asked {}: earlier questions wait for their answers", name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private <T> Optional<T> answer(String name, Question<T> question, Deadline deadline)
      throws InterruptedException {
    asked.add(question);
    try {
      executor.execute(question);
      return Optional.ofNullable(question.task.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS));
    } catch (RejectedExecutionException e) {
      answered(question);
      LOG.warn("the partner was not asked {}: the pool is full or closed", name);
    } catch (CancellationException e) {
      LOG.warn("the partner's code did not answer {} before the handler was closed", name);
    } catch (ExecutionException e) {
      // The class alone: what the partner's code says of itself may be personal.
      LOG.warn("the partner's code failed at {}: {}", name, kind(e));
    } catch (TimeoutException e) {
      interrupt(question);
      LOG.warn("the partner's code did not answer {} in time", name);
    } catch (InterruptedException e) {
      interrupt(question);
      throw e;
    }
    return Optional.empty();
  }

  private static String kind(ExecutionException failure) {
    Throwable cause = failure.getCause();
    return (cause == null ? failure : cause).getClass().getName();
  }

  private void interrupt(Question<?> question) {
    question.task.cancel(true);
    if (executor.remove(question)) {
      answered(question);
    }
  }

  private void answered(Question<?> question) {
    asked.remove(question);
    questions.release();
  }

  /** One of the partner's answers on its way; it makes room for the next when it ends. */
  private final class Question<T> implements Runnable {

    private final FutureTask<T> task;

    Question(Callable<T> question) {
      this.task = new FutureTask<>(question);
    }

    @Override
    public void run() {
      try {
        task.run();
      } finally {
        answered(this);
      }
    }
  }

  private static RuntimeException asUnchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("the work of a callback threw a checked exception", cause);
  }

  /**
   * Ends the threads. The partner's code is interrupted at once; the store is interrupted only when
   * it takes longer than any answer may.
   */
  @Override
  public void close() {
    executor.shutdown();
    asked.forEach(question -> question.task.cancel(true));
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
