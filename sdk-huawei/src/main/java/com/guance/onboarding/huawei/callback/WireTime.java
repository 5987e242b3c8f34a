package com.guance.onboarding.huawei.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * KooGallery's times: 14 digits to the second or 17 to the millisecond; the zone is a convention.
 */
final class WireTime {

  /** Of expiries and usage. */
  static final ZoneOffset UTC = ZoneOffset.UTC;

  /** Of the synchronization interface. */
  static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private static final int TO_THE_SECOND = 14;
  private static final int TO_THE_MILLISECOND = 17;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);

  private WireTime() {}

  /** Reads a time, empty if it is none. */
  static Optional<Instant> read(String digits, ZoneOffset zone) {
    int length = digits.length();
    if ((length != TO_THE_SECOND && length != TO_THE_MILLISECOND)
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int nanos = length == TO_THE_SECOND ? 0 : number(digits, 14, 17) * NANOS_PER_MILLI;
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(digits, 0, 4),
                  number(digits, 4, 6),
                  number(digits, 6, 8),
                  number(digits, 8, 10),
                  number(digits, 10, 12),
                  number(digits, 12, 14),
                  nanos)
              .toInstant(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Writes a time to the millisecond. */
  static String write(Instant time, ZoneOffset zone) {
    return DIGITS.format(time.atOffset(zone));
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }
}
