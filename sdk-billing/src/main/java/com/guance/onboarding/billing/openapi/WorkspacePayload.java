package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The workspace object of contracts/guance.md §3.2. What decides something is read strictly; what
 * is only shown may be of any type.
 */
record WorkspacePayload(
    @Nullable String uuid,
    @JsonDeserialize(using = ShownText.class) @Nullable String name,
    @JsonDeserialize(using = ShownText.class) @Nullable String desc,
    @JsonDeserialize(using = ShownText.class) @Nullable String language,
    @Nullable String versionType,
    @Nullable String billingState,
    @JsonProperty("isLocked") @JsonDeserialize(using = Flag.class) @Nullable Boolean isLocked,
    @JsonDeserialize(using = Amount.class) @Nullable BigDecimal lockAt,
    @Nullable String token,
    @JsonDeserialize(using = Amount.class) @Nullable BigDecimal memberCount,
    @JsonDeserialize(using = Amount.class) @Nullable BigDecimal createAt) {

  Workspace toWorkspace(String path, Reading<?> reading) {
    return Workspace.builder()
        .id(Texts.workspaceId(path + "uuid", uuid, reading))
        .name(Texts.of(name))
        .description(Texts.of(desc))
        .language(Texts.of(language).flatMap(WorkspacePayload::knownLanguage))
        .version(Texts.of(versionType).map(PlanVersion::from))
        .billingState(Texts.of(billingState).map(BillingState::from))
        .locked(Optional.ofNullable(isLocked))
        .lockedAt(Texts.time(lockAt))
        .dataToken(Texts.of(token).map(Secret::of))
        .memberCount(
            memberCount == null ? OptionalInt.empty() : OptionalInt.of(memberCount.intValue()))
        .createdAt(Texts.time(createAt))
        .build();
  }

  private static Optional<Language> knownLanguage(String code) {
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
