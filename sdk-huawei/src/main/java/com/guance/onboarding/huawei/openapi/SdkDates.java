package com.guance.onboarding.huawei.openapi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes times the way Huawei Cloud signs them; remembers the last one, which is good for a second.
 */
final class SdkDates {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private record Written(long second, String text) {}

  private volatile Written last = new Written(0, format(Instant.EPOCH));

  /** Returns {@code yyyyMMdd'T'HHmmss'Z'} in UTC. */
  String at(Instant time) {
    Written written = last;
    if (written.second() != time.getEpochSecond()) {
      written = new Written(time.getEpochSecond(), format(time));
      last = written;
    }
    return written.text();
  }

  static String format(Instant time) {
    return FORMAT.format(time);
  }
}
