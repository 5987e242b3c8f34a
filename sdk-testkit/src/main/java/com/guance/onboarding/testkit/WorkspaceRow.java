package com.guance.onboarding.testkit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A workspace; language and site never change. */
@Value.Immutable
interface WorkspaceRow {

  String workspaceId();

  String name();

  String language();

  String site();

  Optional<String> billingAccountId();

  boolean bound();

  Optional<String> orderId();

  Optional<String> externalReference();

  Instant createdAt();

  String token();
}
