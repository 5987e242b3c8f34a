package com.guance.onboarding.scheduler;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.FailedToScheduleBatchException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.OnboardingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the cluster does: one poll on one node that finds what is due, and one execution for each
 * onboarding found, on whichever node is free.
 */
final class Work {

  static final String POLL = "onboarding-poll";
  static final String ADVANCE = "onboarding-advance";

  /** So many wait for a free node; it takes a node a while to get through them. */
  static final int PAGE = 1_000;

  private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

  private final OnboardingFlow flow;
  private final OnboardingStore store;
  private final SchedulerSettings settings;

  Work(OnboardingFlow flow, OnboardingStore store, SchedulerSettings settings) {
    this.flow = flow;
    this.store = store;
    this.settings = settings;
  }

  RecurringTask<Void> poll() {
    return Tasks.recurring(POLL, FixedDelay.of(settings.pollInterval()))
        .execute((instance, context) -> poll(context.getSchedulerClient()));
  }

  Task<Void> advance() {
    return Tasks.custom(ADVANCE, Void.class)
        .onFailure(new LaterAgain())
        .onDeadExecutionRevive()
        .execute(this::advance);
  }

  private void poll(SchedulerClient client) {
    schedule(client);
    flow.resumeDue(0); // what listeners have not taken yet
  }

  /**
   * Gives each onboarding that is due an execution unless it has one. While a page of them waits
   * for a free node, more would only cost the database. Those that have failed wait for a later
   * time: they are passed by, so that a crowd of them in front keeps nobody from his turn.
   */
  private void schedule(SchedulerClient client) {
    Instant now = Instant.now();
    Set<String> known = new HashSet<>();
    AtomicInteger ready = new AtomicInteger();
    client.fetchScheduledExecutionsForTask(
        ADVANCE,
        Void.class,
        ScheduledExecutionsFilter.all(),
        one -> {
          known.add(one.getTaskInstance().getId());
          if (!one.getExecutionTime().isAfter(now)) {
            ready.incrementAndGet();
          }
        });
    int room = PAGE - ready.get();
    if (room > 0) {
      schedule(
          client,
          store.due(settings.clock().instant(), known.size() + room).stream()
              .map(OnboardingId::value)
              .filter(id -> !known.contains(id))
              .limit(room)
              .<TaskInstance<?>>map(id -> new TaskInstance<>(ADVANCE, id))
              .toList(),
          now);
    }
  }

  /** In one go where the driver can, or one by one where another node has been faster. */
  private static void schedule(SchedulerClient client, List<TaskInstance<?>> fresh, Instant now) {
    if (fresh.isEmpty()) {
      return;
    }
    try {
      client.scheduleBatch(fresh, now);
    } catch (FailedToScheduleBatchException some) {
      fresh.forEach(one -> client.scheduleIfNotExists(one, now));
    }
  }

  private CompletionHandler<Void> advance(TaskInstance<Void> instance, ExecutionContext context) {
    OnboardingId id = new OnboardingId(instance.getId());
    Progress progress;
    try {
      progress = flow.advance(id, settings.answers());
    } catch (IllegalArgumentException failure) {
      if (store.load(id).isEmpty()) { // pruned since it was found due
        return (complete, operations) -> operations.remove();
      }
      throw failure;
    }
    if (progress instanceof Progress.Waiting waiting && waiting.leftToNewerVersion()) {
      // stays due; the row keeps this node from trying again at once, any node may take it then
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone().plus(LEFT_ALONE));
    }
    return (complete, operations) -> operations.remove();
  }
}
