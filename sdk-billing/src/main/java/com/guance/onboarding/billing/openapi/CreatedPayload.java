package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.api.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to creating a workspace. */
record CreatedPayload(
    @Nullable WorkspacePayload wsInfo,
    @Nullable AccessKeyPayload akInfo,
    @Nullable OwnerPayload ownerInfo) {

  CreatedWorkspace toCreated(Reading<?> reading) {
    return new CreatedWorkspace(
        reading.required("content.wsInfo", wsInfo).toWorkspace("content.wsInfo.", reading),
        Optional.ofNullable(akInfo).map(key -> key.toAccessKey("content.akInfo.", reading)),
        Optional.ofNullable(ownerInfo).flatMap(owner -> Texts.of(owner.accountUUID())));
  }

  record OwnerPayload(@Nullable String accountUUID) {}
}
