package com.guance.onboarding.testkit;

import java.util.Optional;

/**
 * Guance's OpenAPI as a door: the Key ID selects the workspace, twenty calls a minute for one key,
 * two hundred for one workspace (contracts/guance.md §3.1).
 */
final class OpenApiDoor implements GuanceApi {

  static final int PER_KEY = 20;
  static final int PER_WORKSPACE = 200;

  private static final String KEY_HEADER = "df-api-key";

  private final World world;
  private final ApiKeys keys;
  private final GuanceReply reply;

  OpenApiDoor(World world, ApiKeys keys, GuanceReply reply) {
    this.world = world;
    this.keys = keys;
    this.reply = reply;
  }

  @Override
  public boolean means(WebRequest request) {
    return request.header(ExternalApiDoor.ACCESS_KEY).isEmpty();
  }

  @Override
  public Optional<String> admit(WebRequest request) {
    ApiKeyRow key =
        request
            .header(KEY_HEADER)
            .flatMap(keys::find)
            .orElseThrow(() -> Refused.of(403, "ft.InvalidAPIKey", "invalid API key"));
    CallRates rates = world.tables().apiCalls;
    if (!rates.room(key.keyId(), PER_KEY, world.now())) {
      throw throttled();
    }
    if (!rates.room(key.workspaceId(), PER_WORKSPACE, world.now())) {
      throw Refused.of(401, "ft.TriggerApiWorkspaceCurrentLimiting", "too many requests");
    }
    rates.count(key.keyId(), world.now());
    rates.count(key.workspaceId(), world.now());
    return Optional.of(key.workspaceId());
  }

  @Override
  public Answer refused(Refused refused) {
    return reply.refused(refused);
  }

  /** 401 means throttled here, and no Retry-After says until when. */
  @Override
  public Refused throttled() {
    return Refused.of(401, "ft.TriggerApiAkCurrentLimiting", "too many requests");
  }
}
