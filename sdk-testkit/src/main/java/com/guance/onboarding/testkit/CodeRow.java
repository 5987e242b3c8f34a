package com.guance.onboarding.testkit;

import java.time.Instant;
import org.immutables.value.Value;

/** A verification code on its way. */
@Value.Immutable
interface CodeRow {

  String verificationId();

  String purpose();

  String email();

  String externalReference();

  String code();

  Instant sentAt();

  Instant expiresAt();

  Instant resendAfter();

  int wrongAttempts();

  boolean used();
}
