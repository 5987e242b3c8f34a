package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of contracts/guance.md §3.1. Everything but the content may be of any type: the
 * documents and the samples do not agree.
 *
 * @param <T> what the envelope is around
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.NON_PRIVATE,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Envelope<T> {

  @Nullable JsonNode code;

  @JsonProperty("errorCode")
  @JsonAlias("error_code")
  @Nullable JsonNode errorCode;

  @Nullable JsonNode success;
  @Nullable JsonNode traceId;
  @Nullable T content;
  @Nullable JsonNode pageInfo;

  Envelope() {}

  /** Whether anything of an envelope was there; one answer is documented without. */
  boolean isThere() {
    return code != null
        || errorCode != null
        || success != null
        || traceId != null
        || content != null;
  }

  Verdict verdict() {
    return new Verdict(scalar(code), scalar(errorCode), scalar(success), scalar(traceId));
  }

  static Optional<String> scalar(@Nullable JsonNode node) {
    return node == null || !node.isValueNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(node.asText()).filter(text -> !text.isBlank());
  }
}
