package com.guance.onboarding.testkit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An organization; neither name ever changes. */
@Value.Immutable
interface OrganizationRow {

  String organizationId();

  String huaweiAccountId();

  String name();

  String shortName();

  Optional<String> externalReference();

  Instant activeFrom();
}
