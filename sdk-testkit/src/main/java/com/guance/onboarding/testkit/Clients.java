package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.util.Optional;

/** What applications sign in with: one client for each organization and application. */
final class Clients {

  private final World world;

  Clients(World world) {
    this.world = world;
  }

  ClientRow of(String organizationId, String appId) {
    return world.act(
        Origin.GATEWAY,
        () ->
            world.tables().clients.values().stream()
                .filter(row -> row.organizationId().equals(organizationId))
                .filter(row -> row.appId().equals(appId))
                .findFirst()
                .orElseGet(() -> create(organizationId, appId)));
  }

  private ClientRow create(String organizationId, String appId) {
    ClientRow row =
        new ClientRow(
            world.ids().next("client-"),
            Secret.of(world.ids().unguessable()),
            organizationId,
            appId);
    world.tables().clients.put(row.clientId(), row);
    return row;
  }

  Optional<ClientRow> find(String clientId) {
    return world.act(
        Origin.GATEWAY, () -> Optional.ofNullable(world.tables().clients.get(clientId)));
  }
}
