package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what Guance writes to what it means. */
final class Texts {

  private static final BigDecimal FIRST_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);
  private static final BigDecimal LAST_TIME = BigDecimal.valueOf(100_000_000_000_000L);

  private Texts() {}

  /** Unset text is written as null, as nothing, or as the word {@code None}. */
  static Optional<String> of(@Nullable String text) {
    return text == null || text.isBlank() || text.equals("None")
        ? Optional.empty()
        : Optional.of(text);
  }

  /** Seconds since 1970, sometimes with a fraction, sometimes milliseconds; -1 is unset. */
  static Optional<Instant> time(@Nullable BigDecimal number) {
    if (number == null || number.signum() <= 0 || number.compareTo(LAST_TIME) > 0) {
      return Optional.empty();
    }
    BigDecimal millis =
        number.compareTo(FIRST_MILLISECONDS) < 0 ? number.movePointRight(3) : number;
    return Optional.of(Instant.ofEpochMilli(millis.longValue()));
  }

  static WorkspaceId workspaceId(String field, @Nullable String value, Reading<?> reading) {
    String text = reading.required(field, value);
    try {
      return new WorkspaceId(text);
    } catch (InvalidInputException e) {
      throw reading.unreadable(field, "is no id of a workspace");
    }
  }

  static String id(String field, @Nullable String value, Reading<?> reading) {
    return of(value).orElseThrow(() -> reading.unreadable(field, "is missing"));
  }
}
