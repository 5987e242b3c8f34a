package com.guance.onboarding.testkit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An account of the Billing Center. */
@Value.Immutable
interface BillingAccountRow {

  String billingAccountId();

  String userName();

  String email();

  Optional<String> huaweiAccountId();

  Instant registeredAt();

  Optional<String> enterprise();

  Optional<String> guanceAccountId();
}
