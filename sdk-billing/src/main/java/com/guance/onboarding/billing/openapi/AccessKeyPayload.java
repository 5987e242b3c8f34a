package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.guance.onboarding.billing.api.AccessKey;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.Secret;
import org.jspecify.annotations.Nullable;

/** An API key, in the spelling of the key endpoints or of the workspace's creation. */
record AccessKeyPayload(
    @JsonAlias({"keyId", "ak"}) @Nullable String uuid,
    @JsonDeserialize(using = ShownText.class) @Nullable String name,
    @JsonAlias("keySk") @Nullable String sk) {

  AccessKey toAccessKey(String path, Reading<?> reading) {
    return new AccessKey(
        Secret.of(Texts.id(path + "uuid", uuid, reading)),
        Texts.of(name),
        Texts.of(sk).map(Secret::of));
  }
}
