package com.guance.onboarding.billing.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.billing.api.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host with a DataKit on the wire. */
record DataKitPayload(
    @Nullable JsonNode hostName,
    @Nullable JsonNode os,
    @Nullable JsonNode arch,
    @Nullable JsonNode version,
    @Nullable JsonNode onlineTime,
    @Nullable JsonNode lastUpdateTime,
    @Nullable JsonNode extend,
    @Nullable JsonNode workspaceUUID) {

  DataKitHost toHost(Reading<?> reading) {
    return DataKitHost.builder()
        .hostName(Texts.required("content.hostName", hostName, reading))
        .os(Texts.of(os))
        .arch(Texts.of(arch))
        .version(Texts.of(version))
        .ip(extend == null ? Optional.empty() : Texts.of(extend.path("ip")))
        .onlineSince(Texts.time(onlineTime))
        .lastUpdate(Texts.time(lastUpdateTime))
        .workspace(Texts.workspaceId(workspaceUUID))
        .build();
  }
}
