package com.guance.onboarding;

import com.guance.onboarding.error.InvalidSettingException;
import java.time.Duration;

/**
 * The shortest and the longest time that a setting may be.
 *
 * @param least the shortest
 * @param most the longest
 * @param words the two in words
 */
record SettingBounds(Duration least, Duration most, String words) {

  /** Longer than anybody waits, and near enough to be added to any day. */
  private static final Duration TEN_YEARS = Duration.ofDays(3_653);

  /** Two thirds of it are for calls, the rest for the spread of the nodes' clocks. */
  static final SettingBounds CLAIM =
      new SettingBounds(Duration.ofSeconds(3), Duration.ofHours(1), "from 3 seconds to an hour");

  static final SettingBounds REMIND_AFTER =
      new SettingBounds(Duration.ofSeconds(1), TEN_YEARS, "from a second to ten years");

  static final SettingBounds DATA_KEPT =
      new SettingBounds(Duration.ZERO, TEN_YEARS, "from zero to ten years");

  Duration check(String field, Duration value) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new InvalidSettingException(field, "must be " + words, "leave it out for the default");
    }
    return value;
  }
}
