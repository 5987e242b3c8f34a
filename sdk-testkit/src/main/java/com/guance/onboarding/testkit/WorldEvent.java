package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that KooGallery would report.
 *
 * @param kind what happened
 * @param order the order as it is now
 * @param bound what the order is bound to, and the members that the event is about
 * @param change the order that renewed or upgraded it
 * @param at when; no two events have the same time
 */
record WorldEvent(
    Kind kind, OrderRow order, Optional<Bound> bound, Optional<OrderKey> change, Instant at) {

  /** What happened. */
  enum Kind {
    PURCHASED,
    ORGANIZATION_BOUND,
    MEMBERS_AUTHORIZED,
    SIGNED_IN,
    RENEWED,
    UPGRADED,
    FROZEN,
    UNFROZEN,
    RELEASED
  }

  /** The organization that the order is bound to, and the members that the event is about. */
  record Bound(OrganizationRow organization, BindingRow binding, List<MemberRow> members) {}
}
