package com.guance.onboarding.testkit;

import java.time.Duration;
import org.immutables.value.Value;

/**
 * How workspaces live on after the onboarding; where Guance's pages conflict, the default is what
 * the page about Huawei Cloud says. Immutable.
 */
@Value.Immutable
public abstract class LifecycleRules {

  LifecycleRules() {}

  /** {@return how long the data of a locked workspace is kept; 14 days by default} */
  @Value.Default
  public Duration countdown() {
    return Duration.ofDays(14);
  }

  /** {@return what closing the Huawei resource does; it locks by default} */
  @Value.Default
  public Closing closing() {
    return Closing.LOCKS;
  }

  /** {@return who unlocks; the Billing Center by default} */
  @Value.Default
  public Unlocking unlocking() {
    return Unlocking.BILLING_CENTER;
  }

  /**
   * {@return what "once a month" means for a change of settlement; a month after the last change by
   * default, which keeps to both readings}
   */
  @Value.Default
  public Month month() {
    return Month.AFTER_THE_LAST_CHANGE;
  }

  /** What closing the Huawei resource does to the workspaces that settle through it. */
  public enum Closing {
    /** They are locked, as the page about Huawei Cloud says. */
    LOCKS,
    /** They settle through the Billing Center at once, as the page about Alibaba Cloud says. */
    SWITCHES_TO_BILLING_CENTER
  }

  /** Who unlocks a workspace. */
  public enum Unlocking {
    /** The owner, in the Billing Center. */
    BILLING_CENTER,
    /** Guance's account manager only, as the questions and answers say. */
    ACCOUNT_MANAGER
  }

  /** What "once a month" means. */
  public enum Month {
    /** The same day of the next month. */
    AFTER_THE_LAST_CHANGE,
    /** The first day of the next month, UTC. */
    OF_THE_CALENDAR
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects rules. */
  public static final class Builder extends ImmutableLifecycleRules.Builder {
    Builder() {}
  }
}
