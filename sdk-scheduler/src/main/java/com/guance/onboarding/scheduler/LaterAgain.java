package com.guance.onboarding.scheduler;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/**
 * What failed is tried again: soon at first, then once a minute. No longer pause, because the row
 * stands for the onboarding: while it waits, nothing else goes on with it.
 */
final class LaterAgain implements FailureHandler<Void> {

  static final Duration LONGEST = Duration.ofMinutes(1);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final double FACTOR = 1.5;

  @Override
  public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    operations.reschedule(
        complete, complete.getTimeDone().plus(pause(complete.getExecution().consecutiveFailures)));
  }

  /** How long to wait after a failure that so many others came before without a success. */
  static Duration pause(int before) {
    double millis = FIRST.toMillis() * Math.pow(FACTOR, before);
    return millis < LONGEST.toMillis() ? Duration.ofMillis((long) millis) : LONGEST;
  }
}
