package com.guance.onboarding.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What runs because of an order; it freezes, renews and ends, whatever the onboarding does.
 *
 * @param instance the instance that KooGallery knows it by
 * @param state whether it runs
 * @param expires when it ends unless it is renewed; empty for on-demand products
 * @param lockedAt since when the workspaces that settle through it are locked: since it was frozen,
 *     released or closed; empty while it runs, and where closing locks nothing
 * @param dataGoneAt when their data is wiped, unless the owner unlocks them before in the Billing
 *     Center, of which no callback tells
 */
public record Subscription(
    InstanceId instance,
    State state,
    Optional<Instant> expires,
    Optional<Instant> lockedAt,
    Optional<Instant> dataGoneAt) {

  /** The state of a subscription. */
  public enum State {
    /** It runs. */
    ACTIVE,
    /** It is frozen: paid for no longer, or stopped by KooGallery; data is kept. */
    FROZEN,
    /** It is gone. */
    RELEASED,
    /** A state that this version does not know. */
    UNKNOWN
  }
}
