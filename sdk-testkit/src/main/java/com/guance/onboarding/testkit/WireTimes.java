package com.guance.onboarding.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How KooGallery writes times; which zone is meant depends on the interface. */
final class WireTimes {

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private WireTimes() {}

  /** {@code timeStamp} and {@code currentSyncTime} of the kit. */
  static String kit(Instant time) {
    return MILLIS.format(time.atOffset(BEIJING));
  }

  /** {@code expireTime} of the production interface. */
  static String expiry(Instant time) {
    return SECONDS.format(time.atOffset(ZoneOffset.UTC));
  }

  /** The times of the order query. */
  static String order(Instant time) {
    return SECONDS.format(time.atOffset(BEIJING));
  }
}
