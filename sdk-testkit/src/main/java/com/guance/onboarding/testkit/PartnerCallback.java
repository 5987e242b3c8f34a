package com.guance.onboarding.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What KooGallery tells or asks a partner (contracts/koogallery.md §1.2 and §3.1).
 *
 * <p>Where Huawei's pages do not say how much time lies between two calls, an interval is assumed
 * that fits the window they name.
 */
public enum PartnerCallback {
  /** An order was placed; every hour for three hours, then the order is unsubscribed. */
  NEW_INSTANCE("newInstance", false, within(hours(3), hours(1))),
  /** What does the buyer need to enter? Every minute for three hours until there is an answer. */
  QUERY_INSTANCE("queryInstance", false, within(hours(3), Duration.ofMinutes(1))),
  /** The expiry moved; for two hours. */
  REFRESH_INSTANCE("refreshInstance", false, within(hours(2), Duration.ofMinutes(30))),
  /** Frozen or unfrozen; for one hour. */
  UPDATE_INSTANCE_STATUS("updateInstanceStatus", false, within(hours(1), Duration.ofMinutes(30))),
  /** The subscription ended; one call. */
  RELEASE_INSTANCE("releaseInstance", false, RetrySchedule.once()),
  /** Another specification was bought; every hour for three hours, then that order fails. */
  UPGRADE_INSTANCE("upgradeInstance", false, within(hours(3), hours(1))),
  /** May the specification change? One call. */
  CHANGE_INSTANCE_CHECK("changeInstanceCheck", false, RetrySchedule.once()),
  /** An order of any kind was placed; every hour for three hours. */
  ORDER_NOTIFY("orderNotify", false, within(hours(3), hours(1))),
  /** An organization was bound; five calls, as for all of the kit. */
  TENANT_SYNC("tenantSync", true, fiveCalls()),
  /** The application's credential for that organization. */
  APPLICATION_SYNC("applicationSync", true, fiveCalls()),
  /** Members were authorized. */
  AUTH_SYNC("authSync", true, fiveCalls()),
  /** A department changed. */
  SINGLE_ORG_SYNC("singleOrgSync", true, fiveCalls()),
  /** All departments. */
  ALL_ORG_SYNC("allOrgSync", true, fiveCalls());

  private final String wireName;
  private final boolean kit;
  private final Duration interval;
  private final int calls;

  PartnerCallback(String wireName, boolean kit, RetrySchedule schedule) {
    this.wireName = wireName;
    this.kit = kit;
    this.interval = schedule.interval();
    this.calls = schedule.calls();
  }

  private static RetrySchedule within(Duration window, Duration interval) {
    return RetrySchedule.within(window, interval);
  }

  private static RetrySchedule fiveCalls() {
    return RetrySchedule.every(Duration.ofMinutes(1), 5);
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  /** {@return the activity, or the last part of the kit's path, such as {@code tenantSync}} */
  public String wireName() {
    return wireName;
  }

  /** Whether it goes to the synchronization interface, with the signature in headers. */
  boolean kit() {
    return kit;
  }

  RetrySchedule schedule() {
    return RetrySchedule.every(interval, calls);
  }

  static Optional<PartnerCallback> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }
}
