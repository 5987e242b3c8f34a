package com.guance.onboarding.spi;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Everything that one transaction stores: all of it, or nothing.
 *
 * <p>The conditions are looked at first, in this order: {@link #nonces()} must be new, {@link
 * #acquire()} must be free, {@link #release()} must be held by their owner, {@link #snapshot()}
 * must meet {@link #expectedVersion()}. The first that fails is told in the result.
 */
@Value.Immutable
public abstract class Commit {

  Commit() {}

  /** {@return when this is, for comparing claims and nonces with their end} */
  public abstract Instant now();

  /** {@return whom facts and keys belong to; empty for a commit of nonces or claims alone} */
  public abstract Optional<OnboardingId> id();

  /** {@return the version that the stored snapshot must have; 0 when there must be none} */
  @Value.Default
  public long expectedVersion() {
    return 0;
  }

  /** {@return the new snapshot} */
  public abstract Optional<SnapshotRow> snapshot();

  /** {@return facts to append; those whose key is there already are skipped and told} */
  public abstract List<FactRow> facts();

  /** {@return names under which the onboarding is found from now on, besides those it has} */
  public abstract Set<LookupKey> keys();

  /** {@return claims to take; each must be free, ended, or held by the same owner} */
  public abstract List<ClaimRow> acquire();

  /** {@return claims to give back; each must still be held by its owner} */
  public abstract List<ClaimRow> release();

  /** {@return nonces to remember; each must be unknown or past its end} */
  public abstract List<NonceRow> nonces();

  /** {@return events for listeners; an event id that is there already is skipped} */
  public abstract List<OutboxRow> outbox();

  /** {@return events that their listener has taken} */
  public abstract Set<String> delivered();

  /** {@return parked facts that are removed because an onboarding adopts them} */
  public abstract Set<OnboardingId> adopted();

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a commit. */
  public static final class Builder extends ImmutableCommit.Builder {
    Builder() {}
  }
}
