package com.guance.onboarding.store;

import com.guance.onboarding.error.InvalidSettingException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the JDBC stores use their database.
 *
 * @param tablePrefix stands before the name of every table and index, none by default; letters,
 *     digits and underscores, at most 30, so that several installations can share a schema
 * @param timeout how long one statement may take before it is given up, 10 seconds by default; five
 *     seconds later the connection is given up, too. How long to wait for a connection is a setting
 *     of the data source
 */
public record JdbcSettings(String tablePrefix, Duration timeout) {

  private static final Pattern PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,29})?");
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Checks the settings.
   *
   * @param tablePrefix stands before the name of every table and index
   * @param timeout how long one statement may take
   * @throws InvalidSettingException if one of them cannot be used
   */
  public JdbcSettings {
    if (!PREFIX.matcher(tablePrefix).matches()) {
      throw new InvalidSettingException(
          "tablePrefix",
          "must be letters, digits and underscores",
          "write a word of at most 30 characters that begins with a letter, or nothing");
    }
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(
          "timeout", "must be from one second to one hour", "write a duration such as PT10S");
    }
  }

  /** {@return tables without a prefix, ten seconds for a statement} */
  public static JdbcSettings defaults() {
    return new JdbcSettings("", Duration.ofSeconds(10));
  }

  /**
   * The same with another prefix.
   *
   * @param prefix stands before the name of every table and index
   * @return the settings
   */
  public JdbcSettings withTablePrefix(String prefix) {
    return new JdbcSettings(prefix, timeout);
  }

  /**
   * The same with another time for a statement.
   *
   * @param longest how long one statement may take
   * @return the settings
   */
  public JdbcSettings withTimeout(Duration longest) {
    return new JdbcSettings(tablePrefix, longest);
  }
}
