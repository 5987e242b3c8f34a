package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What KooGallery asks of usage (contracts/koogallery.md §6.2). It checks long after it has said
 * yes, so all of this is checked before anything is sent.
 */
final class UsageRules {

  static final int LARGEST_BATCH = 1_000;

  private static final Duration OLDEST = Duration.ofDays(21);
  private static final int LONGEST_ID = 64;
  private static final int MOST_DECIMALS = 4;
  private static final int MOST_DIGITS_OF_A_TEXT = 15;
  private static final int MOST_DIGITS_OF_A_NUMBER = 8;
  private static final int SEQUENCE_BYTES = 16;

  private UsageRules() {}

  static UsageRecord check(UsageRecord record) {
    checkLength("usage.instance", record.instance().value());
    record
        .packageInstance()
        .map(InstanceId::value)
        .ifPresent(id -> checkLength("usage.packageInstance", id));
    checkLength("usage.sequenceNumber", record.sequenceNumber());
    if (!record.begin().isBefore(record.end())) {
      throw new InvalidInputException("usage.end", "must be after usage.begin");
    }
    BigDecimal value = record.value();
    if (value.signum() <= 0) {
      throw new InvalidInputException("usage.value", "must be greater than 0");
    }
    if (value.stripTrailingZeros().scale() > MOST_DECIMALS) {
      throw new InvalidInputException("usage.value", "must have at most 4 decimals");
    }
    checkDigits("usage.value", value, MOST_DIGITS_OF_A_TEXT);
    return record;
  }

  /**
   * Puts records into batches. Of equal records with one sequence number one is left.
   *
   * @throws InvalidInputException naming the first record that cannot be sent
   */
  static List<List<UsageRecord>> batches(
      List<UsageRecord> records, Instant now, boolean asNumbers) {
    Map<String, UsageRecord> unique = new LinkedHashMap<>();
    Instant oldest = now.minus(OLDEST);
    for (int i = 0; i < records.size(); i++) {
      UsageRecord record = records.get(i);
      String field = "usage[" + i + "].";
      if (record.begin().isBefore(oldest)) {
        throw new InvalidInputException(field + "begin", "must not lie more than 21 days back");
      }
      if (asNumbers) {
        checkDigits(field + "value", record.value(), MOST_DIGITS_OF_A_NUMBER);
      }
      UsageRecord known = unique.putIfAbsent(record.sequenceNumber(), record);
      if (known != null && !known.equals(record)) {
        throw new InvalidInputException(
            field + "sequenceNumber", "must not belong to another record of the same push");
      }
    }
    return split(List.copyOf(unique.values()));
  }

  static String sequenceNumber(UsageRecord record) {
    String source =
        record.instance()
            + "\n"
            + record.packageInstance().map(InstanceId::value).orElse("")
            + "\n"
            + record.begin().getEpochSecond()
            + "\n"
            + record.end().getEpochSecond();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, SEQUENCE_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static List<List<UsageRecord>> split(List<UsageRecord> records) {
    List<List<UsageRecord>> batches = new ArrayList<>();
    for (int from = 0; from < records.size(); from += LARGEST_BATCH) {
      batches.add(records.subList(from, Math.min(records.size(), from + LARGEST_BATCH)));
    }
    return batches;
  }

  private static void checkDigits(String field, BigDecimal value, int most) {
    if ((long) value.precision() - value.scale() > most) {
      throw new InvalidInputException(
          field, "must have at most " + most + " digits before the point");
    }
  }

  private static void checkLength(String field, String id) {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new InvalidInputException(field, "must have 1 to 64 characters");
    }
  }
}
