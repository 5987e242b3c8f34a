package com.guance.onboarding.testkit;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids and codes.
 *
 * <p>Ids differ from those of every other emulator, so that a store that outlives this one never
 * meets them again.
 */
final class Ids {

  private static final int CODE_SPACE = 1_000_000;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong count = new AtomicLong();
  private final long run = random.nextLong();

  /** A prefix and 32 lower-case hex digits. */
  String next(String prefix) {
    return prefix + String.format(Locale.ROOT, "%016x%016x", run, count.incrementAndGet());
  }

  /** Capitals and digits, as KooGallery's order numbers. */
  String orderId() {
    return String.format(
        Locale.ROOT, "CS%010d%06d", Math.floorMod(run, 10_000_000_000L), count.incrementAndGet());
  }

  /** Makes a name another one: a hyphen and digits. */
  String suffix() {
    return "-" + count.incrementAndGet();
  }

  /** 32 hex digits that nobody can guess. */
  String unguessable() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  String code() {
    return String.format(Locale.ROOT, "%06d", random.nextInt(CODE_SPACE));
  }
}
