package com.guance.onboarding.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that KooGallery would report. */
record WorldEvent(Kind kind, OrderRow order, Optional<Bound> bound, Instant at) {

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
