package com.guance.onboarding.transport;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or a date. */
final class RetryAfter {

  /** A remote side cannot put an onboarding to sleep for longer than this. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final int LONGEST_NUMBER = 18;

  private RetryAfter() {}

  static Optional<Duration> parse(@Nullable String header, Clock clock) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String text = header.strip();
    Optional<Duration> wait =
        text.chars().allMatch(c -> c >= '0' && c <= '9') ? seconds(text) : date(text, clock);
    return wait.map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
  }

  private static Optional<Duration> seconds(String digits) {
    return digits.length() > LONGEST_NUMBER
        ? Optional.of(LONGEST)
        : Optional.of(Duration.ofSeconds(Long.parseLong(digits)));
  }

  private static Optional<Duration> date(String text, Clock clock) {
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), until.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
