package com.guance.onboarding.billing.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From what the deployment writes to what it means. The documents show few answers of this API, so
 * every field is taken as it comes and looked at here.
 */
final class Texts {

  private static final long FIRST_MILLISECONDS = 100_000_000_000L;
  private static final long LAST_TIME = 100_000_000_000_000L;

  private Texts() {}

  /** Plain values as text; anything else, and unset text, as nothing. */
  static Optional<String> of(@Nullable JsonNode node) {
    return node == null || node.isNull() || !node.isValueNode()
        ? Optional.empty()
        : Optional.of(node.asText()).filter(text -> !text.isBlank() && !text.equals("None"));
  }

  static Optional<Instant> time(@Nullable JsonNode node) {
    double number = node == null ? -1 : node.asDouble(-1);
    if (!(number > 0 && number < LAST_TIME)) {
      return Optional.empty();
    }
    return Optional.of(
        Instant.ofEpochMilli((long) (number < FIRST_MILLISECONDS ? number * 1000 : number)));
  }

  static Optional<Language> language(@Nullable JsonNode node) {
    String code = of(node).orElse("");
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  static Optional<WorkspaceId> workspaceId(@Nullable JsonNode node) {
    try {
      return of(node).map(WorkspaceId::new);
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  static String required(String field, @Nullable JsonNode node, Reading<?> reading) {
    return of(node).orElseThrow(() -> reading.unreadable(field, "is missing"));
  }
}
