package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.guance.onboarding.billing.api.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member; its roles come as one word, as words, or as objects with an id. */
record MemberPayload(
    @Nullable String uuid,
    @JsonDeserialize(using = ShownText.class) @Nullable String name,
    @JsonDeserialize(using = ShownText.class) @Nullable String username,
    @JsonDeserialize(using = ShownText.class) @Nullable String email,
    @Nullable JsonNode role,
    @Nullable JsonNode roles) {

  Member toMember(Reading<?> reading) {
    Set<String> ids = new LinkedHashSet<>();
    collect(role, ids);
    collect(roles, ids);
    return Member.builder()
        .accountId(Texts.id("content.uuid", uuid, reading))
        .name(Texts.of(name))
        .userName(Texts.of(username))
        .email(Texts.of(email))
        .roles(ids)
        .build();
  }

  private static void collect(@Nullable JsonNode node, Set<String> ids) {
    if (node == null) {
      return;
    }
    List<JsonNode> nodes = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(nodes::add);
    } else {
      nodes.add(node);
    }
    for (JsonNode one : nodes) {
      JsonNode id = one.isObject() ? one.path("uuid") : one;
      if (id.isTextual() && !id.asText().isBlank()) {
        ids.add(id.asText());
      }
    }
  }
}
