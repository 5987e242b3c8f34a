package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An account of the private deployment. */
@Value.Immutable
interface DeployedAccountRow {

  String accountId();

  String userName();

  String email();

  String name();

  String mobile();

  String externalId();

  Optional<String> language();

  /** What other systems have written beside it. */
  JsonNode attributes();

  Instant createdAt();
}
