package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;

/** The API keys of workspaces, and how often each has been used within the last minute. */
final class ApiKeys {

  private static final int NAME_LENGTH = 256;

  private final World world;
  private final Workspaces workspaces;

  ApiKeys(World world, Workspaces workspaces) {
    this.world = world;
    this.workspaces = workspaces;
  }

  ApiKeyRow create(String workspaceId, String name) {
    workspaces.find(workspaceId);
    ApiKeyRow row =
        ImmutableApiKeyRow.builder()
            .keyId(world.ids().next("wsak_"))
            .secret(world.ids().unguessable())
            .name(Values.text("name", name, 1, NAME_LENGTH))
            .workspaceId(workspaceId)
            .createdAt(world.now())
            .build();
    world.tables().apiKeys.put(row.keyId(), row);
    return row;
  }

  Optional<ApiKeyRow> find(String keyId) {
    return Optional.ofNullable(world.tables().apiKeys.get(keyId));
  }

  List<ApiKeyRow> of(String workspaceId) {
    return world.tables().apiKeys.values().stream()
        .filter(row -> row.workspaceId().equals(workspaceId))
        .toList();
  }
}
