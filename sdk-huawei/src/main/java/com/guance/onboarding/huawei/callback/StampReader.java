package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.error.CallbackException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads signature, nonce and time of a request and checks what needs no key. */
final class StampReader {

  private static final int LONGEST_NONCE = 256;
  private static final int DIGITS_OF_SECONDS = 10;
  private static final int DIGITS_OF_MILLIS = 13;
  private static final long MILLIS_PER_DAY = 86_400_000;
  private static final long YEAR = 366 * MILLIS_PER_DAY;

  private final Clock clock;
  private final long windowMillis;

  StampReader(Clock clock, Duration window) {
    this.clock = clock;
    this.windowMillis = window.toMillis();
  }

  /** The production interface's stamp: in the query. */
  Stamp fromQuery(String operation, String query) {
    QueryParameters parameters = QueryParameters.read(query);
    if (parameters == null) {
      throw Checks.failed(operation, Checks.QUERY);
    }
    return stamp(
        operation,
        parameters.value("signature"),
        parameters.value("nonce"),
        parameters.value("timestamp"));
  }

  /** The synchronization interface's stamp: in headers. */
  Stamp fromHeaders(String operation, Map<String, List<String>> headers) {
    return stamp(
        operation,
        single(operation, headers, "x-sign"),
        single(operation, headers, "x-nonce"),
        single(operation, headers, "x-timestamp"));
  }

  private static @Nullable String single(
      String operation, Map<String, List<String>> headers, String name) {
    if (RequestHeaders.repeated(headers, name)) {
      throw Checks.failed(operation, Checks.HEADERS);
    }
    return RequestHeaders.value(headers, name).orElse(null);
  }

  private Stamp stamp(
      String operation,
      @Nullable String signature,
      @Nullable String nonce,
      @Nullable String timestamp) {
    if (timestamp == null || !isTime(timestamp)) {
      throw Checks.failed(operation, Checks.TIMESTAMP);
    }
    if (nonce == null || nonce.isBlank() || nonce.length() > LONGEST_NONCE) {
      throw Checks.failed(operation, Checks.NONCE);
    }
    long signedAt = inWindow(operation, nonce, timestamp);
    byte[] hash = signature == null ? null : Hex.read(signature, HmacEngine.HASH_LENGTH);
    if (hash == null) {
      throw Checks.failed(operation, Checks.SIGNATURE);
    }
    return new Stamp(
        hash,
        nonce.getBytes(StandardCharsets.UTF_8),
        timestamp.getBytes(StandardCharsets.US_ASCII),
        Instant.ofEpochMilli(signedAt));
  }

  private static boolean isTime(String text) {
    if (text.length() != DIGITS_OF_MILLIS && text.length() != DIGITS_OF_SECONDS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private long inWindow(String operation, String nonce, String timestamp) throws CallbackException {
    long now = clock.millis();
    boolean seconds = timestamp.length() == DIGITS_OF_SECONDS;
    long time = Long.parseLong(timestamp) * (seconds ? 1000 : 1);
    if (Math.abs(now - time) > windowMillis) {
      throw Checks.failed(operation, Checks.WINDOW);
    }
    if (seconds && couldBeMillis(now, nonce, timestamp)) {
      throw Checks.failed(operation, Checks.TIMESTAMP);
    }
    return time;
  }

  /**
   * Whether the end of the nonce and these seconds are together a time of the last year in
   * milliseconds. The signature covers nonce and time without a mark between them: an old request
   * could come again as a new one, its first three digits pushed over to the nonce.
   */
  private boolean couldBeMillis(long now, String nonce, String seconds) {
    if (nonce.length() < DIGITS_OF_MILLIS - DIGITS_OF_SECONDS) {
      return false;
    }
    String digits =
        nonce.substring(nonce.length() - DIGITS_OF_MILLIS + DIGITS_OF_SECONDS) + seconds;
    if (!isTime(digits)) {
      return false;
    }
    long time = Long.parseLong(digits);
    return time > now - YEAR && time <= now + windowMillis;
  }
}
