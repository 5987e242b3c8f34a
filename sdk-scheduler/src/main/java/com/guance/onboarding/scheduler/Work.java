package com.guance.onboarding.scheduler;

import com.github.kagkarlsson.scheduler.SchedulerClient;
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
import java.util.List;

/**
 * What the cluster does: one poll on one node that finds what is due, and one execution for each
 * onboarding found, on whichever node is free.
 */
final class Work {

  static final String POLL = "onboarding-poll";
  static final String ADVANCE = "onboarding-advance";

  private static final int PAGE = 1_000;
  private static final int LARGEST_PAGE = 64_000;
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

  /**
   * Gives each onboarding that is due an execution unless it has one. When a whole page is being
   * worked on already, a longer one is read, so that a crowd in front keeps nobody from his turn.
   */
  private void poll(SchedulerClient client) {
    for (int page = PAGE; ; page *= 2) {
      List<OnboardingId> due = store.due(settings.clock().instant(), page);
      Instant now = Instant.now();
      int fresh = 0;
      for (OnboardingId id : due) {
        if (client.scheduleIfNotExists(new TaskInstance<>(ADVANCE, id.value()), now)) {
          fresh++;
        }
      }
      if (due.size() < page || fresh > 0 || page >= LARGEST_PAGE) {
        break;
      }
    }
    flow.resumeDue(0); // what listeners have not taken yet
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
    if (writtenByNewerVersion(progress)) {
      // stays due; the row keeps this node from trying again at once, any node may take it then
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone().plus(LEFT_ALONE));
    }
    return (complete, operations) -> operations.remove();
  }

  private static boolean writtenByNewerVersion(Progress progress) {
    return progress instanceof Progress.Waiting waiting
        && waiting.problem().filter(what -> what.code().equals("NEWER_VERSION")).isPresent();
  }
}
