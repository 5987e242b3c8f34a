package com.guance.onboarding.scheduler;

import com.guance.onboarding.Answers;
import com.guance.onboarding.error.InvalidSettingException;
import java.time.Clock;
import java.time.Duration;
import org.immutables.value.Value;

/** How a node runs what is due; every value has a default. Immutable. */
@Value.Immutable
public abstract class SchedulerSettings {

  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofDays(1);

  SchedulerSettings() {}

  /**
   * {@return how often the cluster looks for what is due, 5 seconds by default; from 10
   * milliseconds to a day}
   */
  @Value.Default
  public Duration pollInterval() {
    return Duration.ofSeconds(5);
  }

  /** {@return how many onboardings this node runs at a time, 4 by default} */
  @Value.Default
  public int threads() {
    return 4;
  }

  /**
   * {@return how often a node says that it lives, every 5 seconds by default; from 10 milliseconds
   * to a day} The others look for dead nodes at every second heartbeat.
   */
  @Value.Default
  public Duration heartbeatInterval() {
    return Duration.ofSeconds(5);
  }

  /**
   * {@return how many heartbeats may be missing before a node counts as dead, 4 by default} With 5
   * seconds each, what it was at is free again after 30 seconds at the most; a step that it had
   * claimed, when the claim's 45 seconds have run out.
   */
  @Value.Default
  public int missedHeartbeats() {
    return 4;
  }

  /**
   * {@return how long closing waits for what is running, 45 seconds by default; up to a day} After
   * that it is interrupted, and another node goes on with it.
   */
  @Value.Default
  public Duration closeTimeout() {
    return Duration.ofSeconds(45);
  }

  /**
   * {@return what stands before the table's name, the same as for the store; nothing by default}
   */
  @Value.Default
  public String tablePrefix() {
    return "";
  }

  /** {@return the flow's clock, by which onboardings fall due; the system's by default} */
  @Value.Default
  public Clock clock() {
    return Clock.systemUTC();
  }

  /** {@return what answers tasks while steps run, such as a vault; nobody by default} */
  @Value.Default
  public Answers answers() {
    return Answers.none();
  }

  /** {@return the name of this node in the table, unique in the cluster; by default the host's} */
  @Value.Default
  public String node() {
    return "";
  }

  @Value.Check
  void check() {
    from(SHORTEST, "10 milliseconds", "pollInterval", pollInterval());
    from(SHORTEST, "10 milliseconds", "heartbeatInterval", heartbeatInterval());
    from(Duration.ZERO, "zero", "closeTimeout", closeTimeout());
    if (threads() < 1) {
      throw new InvalidSettingException("threads", "must be at least 1", "write a small number");
    }
    if (missedHeartbeats() < 4) {
      throw new InvalidSettingException(
          "missedHeartbeats",
          "must be at least 4",
          "shorten heartbeatInterval to find dead nodes sooner");
    }
    if (!tablePrefix().matches("([A-Za-z][A-Za-z0-9_]{0,29})?")) {
      throw new InvalidSettingException(
          "tablePrefix",
          "must be letters, digits and underscores",
          "write the same prefix as for the store");
    }
  }

  private static void from(Duration shortest, String words, String field, Duration value) {
    if (value.compareTo(shortest) < 0 || value.compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(
          field, "must be from " + words + " to a day", "write a duration such as PT5S");
    }
  }

  /** {@return the defaults} */
  public static SchedulerSettings defaults() {
    return builder().build();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableSchedulerSettings.Builder {
    Builder() {}
  }
}
