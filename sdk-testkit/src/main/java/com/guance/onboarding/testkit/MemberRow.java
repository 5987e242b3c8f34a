package com.guance.onboarding.testkit;

import org.immutables.value.Value;

/** A member of an organization. */
@Value.Immutable
interface MemberRow {

  String memberId();

  String organizationId();

  String account();

  String name();

  String signInName();

  boolean mustChangePassword();
}
