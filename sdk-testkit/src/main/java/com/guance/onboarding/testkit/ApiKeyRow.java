package com.guance.onboarding.testkit;

import java.time.Instant;
import org.immutables.value.Value;

/** An API key of a workspace; its id is what calls carry. */
@Value.Immutable
interface ApiKeyRow {

  String keyId();

  String secret();

  String name();

  String workspaceId();

  Instant createdAt();
}
