package com.guance.onboarding.billing.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.transport.LenientJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    plainAttributes().forEach(account::putAttributes);
    if (wsInfo != null) {
      wsInfo.forEach(
          workspace ->
              Texts.workspaceId(workspace.path("uuid"))
                  .ifPresent(id -> account.addWorkspaces(membership(id, workspace))));
    }
    return account.build();
  }

  /** Kept as they are, nested ones too, because they are only ever written back as a whole. */
  private Map<String, Object> plainAttributes() {
    Map<String, Object> plain = new LinkedHashMap<>();
    if (attributes != null && attributes.isObject()) {
      for (Map.Entry<String, JsonNode> entry : attributes.properties()) {
        Object value = LenientJson.mapper().convertValue(entry.getValue(), Object.class);
        if (value != null) {
          plain.put(entry.getKey(), value);
        }
      }
    }
    return plain;
  }

  private static Membership membership(WorkspaceId id, JsonNode workspace) {
    List<String> roles = new ArrayList<>();
    for (JsonNode role : workspace.path("roles")) {
      Texts.of(role.isObject() ? role.path("uuid") : role).ifPresent(roles::add);
    }
    return new Membership(id, Texts.of(workspace.path("name")), List.copyOf(roles));
  }
}
