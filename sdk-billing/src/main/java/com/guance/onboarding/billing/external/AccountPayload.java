package com.guance.onboarding.billing.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.billing.api.Reading;
import org.jspecify.annotations.Nullable;

/** An account on the wire. */
record AccountPayload(
    @Nullable JsonNode uuid,
    @Nullable JsonNode username,
    @Nullable JsonNode name,
    @Nullable JsonNode email,
    @Nullable JsonNode exterId,
    @Nullable JsonNode attributes,
    @Nullable JsonNode wsInfo) {

  Account toAccount(Reading<?> reading) {
    Account.Builder account =
        Account.builder()
            .id(Texts.required("content.uuid", uuid, reading))
            .userName(Texts.of(username))
            .name(Texts.of(name))
            .email(Texts.of(email))
            .externalId(Texts.of(exterId));
    if (attributes != null) {
      attributes
          .properties()
          .forEach(
              entry ->
                  Texts.of(entry.getValue())
                      .ifPresent(value -> account.putAttributes(entry.getKey(), value)));
    }
    if (wsInfo != null) {
      wsInfo.forEach(
          workspace -> Texts.workspaceId(workspace.path("uuid")).ifPresent(account::addWorkspaces));
    }
    return account.build();
  }
}
