package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A workspace as Guance describes it; what an answer left out is empty. */
@Value.Immutable
public abstract class Workspace {

  Workspace() {}

  /** {@return its id} */
  public abstract WorkspaceId id();

  /** {@return its name} */
  public abstract Optional<String> name();

  /** {@return its description} */
  public abstract Optional<String> description();

  /** {@return its language; empty too for one that this SDK does not know} */
  public abstract Optional<Language> language();

  /** {@return its plan} */
  public abstract Optional<PlanVersion> version();

  /** {@return whether its bills are in order} */
  public abstract Optional<BillingState> billingState();

  /** {@return whether it is locked: readable, but about to be wiped} */
  public abstract Optional<Boolean> locked();

  /** {@return since when it is locked} */
  public abstract Optional<Instant> lockedAt();

  /**
   * The token with which DataKit reports. There is no API to change it: the owner does that in the
   * console, under Manage, Space settings, Change Token.
   *
   * @return the data token
   */
  public abstract Optional<Secret> dataToken();

  /** {@return how many members it has} */
  public abstract OptionalInt memberCount();

  /** {@return when it was created} */
  public abstract Optional<Instant> createdAt();

  /**
   * Whether everything shows that the Commercial Plan is in force.
   *
   * @return true if plan, bills and lock are all known and right; false if one is wrong or unknown
   */
  public boolean isCommercial() {
    return version().filter(plan -> plan == PlanVersion.COMMERCIAL).isPresent()
        && billingState().filter(state -> state == BillingState.NORMAL).isPresent()
        && locked().filter(lock -> !lock).isPresent();
  }

  /** Returns the id; names belong to the customer. */
  @Override
  public final String toString() {
    return "Workspace[" + id() + "]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a workspace, for tests of your own. */
  public static final class Builder extends ImmutableWorkspace.Builder {
    Builder() {}
  }
}
