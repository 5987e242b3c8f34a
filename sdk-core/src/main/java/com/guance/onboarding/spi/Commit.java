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
 * must meet {@link #expectedVersion()}, {@link #adopted()} must lose no fact. The first that fails
 * is told in the result. Facts and keys may come without a snapshot; they then wait under their id
 * as parked.
 *
 * <p>A caller's mistake is an {@link IllegalArgumentException}: facts, keys or a snapshot without
 * an id, a version that does not follow the expected one, one key twice, a key that is too long.
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

  /**
   * Parked facts that are removed because the onboarding of this commit adopts them.
   *
   * @return under which ids they wait; those that are gone already do not matter. When one of them
   *     holds a fact whose key the onboarding would not have after this commit, somebody has added
   *     it in the meantime, and the commit is stale
   */
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
