package com.guance.onboarding.testkit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A workspace; language and site never change. Bound means Commercial Plan: it settles through an
 * account. Free means bound to none.
 */
@Value.Immutable
interface WorkspaceRow {

  String workspaceId();

  String name();

  String language();

  String site();

  Optional<String> description();

  /** The Guance account that owns it, where it is known. */
  Optional<String> ownerId();

  Optional<String> billingAccountId();

  boolean bound();

  Optional<String> orderId();

  Optional<String> externalReference();

  Instant createdAt();

  String token();

  /** Whom it settles through; nobody while it is free, or since the cloud link was deleted. */
  Optional<SettlementRow> settlement();

  /** When somebody last changed the settlement; the first one is no change. */
  Optional<Instant> settlementChangedAt();

  Optional<LockRow> lock();

  /** Since when data can be seen: what a free workspace collected before its upgrade cannot. */
  Optional<Instant> dataVisibleFrom();
}
