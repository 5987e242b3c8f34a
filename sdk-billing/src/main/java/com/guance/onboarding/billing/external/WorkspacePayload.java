package com.guance.onboarding.billing.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.Secret;
import org.jspecify.annotations.Nullable;

/** A workspace on the wire, bare or, as the OpenAPI does it, inside {@code wsInfo}. */
record WorkspacePayload(
    @Nullable JsonNode uuid,
    @Nullable JsonNode name,
    @Nullable JsonNode language,
    @Nullable JsonNode token,
    @Nullable WorkspacePayload wsInfo) {

  DeployedWorkspace toWorkspace(Reading<?> reading) {
    if (uuid == null && wsInfo != null) {
      return wsInfo.toWorkspace(reading);
    }
    return DeployedWorkspace.builder()
        .id(
            Texts.workspaceId(uuid)
                .orElseThrow(() -> reading.unreadable("content.uuid", "is missing")))
        .name(Texts.of(name))
        .language(Texts.language(language))
        .dataToken(Texts.of(token).map(Secret::of))
        .build();
  }
}
