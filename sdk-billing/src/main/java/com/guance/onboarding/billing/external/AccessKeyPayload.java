package com.guance.onboarding.billing.external;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.billing.api.AccessKey;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.Secret;
import org.jspecify.annotations.Nullable;

/** An API key on the wire. */
record AccessKeyPayload(
    @JsonAlias({"keyId", "ak"}) @Nullable JsonNode uuid,
    @Nullable JsonNode name,
    @JsonAlias("keySk") @Nullable JsonNode sk) {

  AccessKey toAccessKey(Reading<?> reading) {
    return new AccessKey(
        Secret.of(Texts.required("content.uuid", uuid, reading)),
        Texts.of(name),
        Texts.of(sk).map(Secret::of));
  }
}
