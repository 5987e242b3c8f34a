package com.guance.onboarding.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.spi.OnboardingStore;
import javax.sql.DataSource;

/**
 * Runs the onboardings that are due, each on one node of a cluster at a time.
 *
 * <p>Every node starts one over the same database. One of them looks for what is due, all of them
 * take part in the work; who has what, whether a node still lives, and who takes over from a dead
 * one is db-scheduler's job. An onboarding that waits for somebody has no row and costs nothing;
 * one that waits for a time is due then, by the store. What fails is tried again, at least once a
 * minute.
 *
 * <p>Whatever runs twice in spite of that, because a node only seemed dead, is kept apart by the
 * flow's own claims.
 */
public final class OnboardingScheduler implements AutoCloseable {

  private final Scheduler scheduler;

  private OnboardingScheduler(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Makes the table that is missing, for those who run no scripts. Repeatable, also by several
   * nodes at one time.
   *
   * @param source where connections come from, with the right to make tables
   * @param settings the table's prefix
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached or refuses
   */
  public static void createTables(DataSource source, SchedulerSettings settings) {
    Tables.create(source, settings.tablePrefix());
  }

  /**
   * Starts to work; returns at once.
   *
   * @param flow runs onboardings; stays the caller's
   * @param store the flow's store; stays the caller's
   * @param source the database of the scheduler's table, best the store's own
   * @param settings how this node works
   * @return the running scheduler; close it before the flow
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached
   */
  public static OnboardingScheduler start(
      OnboardingFlow flow, OnboardingStore store, DataSource source, SchedulerSettings settings) {
    Work work = new Work(flow, store, settings);
    SchedulerBuilder builder =
        Scheduler.create(source, work.advance())
            .startTasks(work.poll())
            .tableName(settings.tablePrefix() + Tables.NAME)
            .pollingInterval(settings.pollInterval())
            .threads(settings.threads())
            .heartbeatInterval(settings.heartbeatInterval())
            .missedHeartbeatsLimit(settings.missedHeartbeats())
            .shutdownMaxWait(settings.closeTimeout())
            .enableImmediateExecution();
    if (!settings.node().isEmpty()) {
      builder.schedulerName(new SchedulerName.Fixed(settings.node()));
    }
    if (Tables.folder(source).equals("mysql")) {
      builder.alwaysPersistTimestampInUTC();
    }
    Scheduler scheduler = builder.build();
    scheduler.start();
    return new OnboardingScheduler(scheduler);
  }

  /** Ends: waits for what is running, as long as the settings say; no thread stays. Repeatable. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
