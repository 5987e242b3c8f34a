package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A host with a DataKit. */
@Value.Immutable
public abstract class DataKitHost {

  DataKitHost() {}

  /** {@return the host's name} */
  public abstract String hostName();

  /** {@return its operating system} */
  public abstract Optional<String> os();

  /** {@return its processor} */
  public abstract Optional<String> arch();

  /** {@return the version of its DataKit} */
  public abstract Optional<String> version();

  /** {@return its address} */
  public abstract Optional<String> ip();

  /** {@return since when it reports} */
  public abstract Optional<Instant> onlineSince();

  /** {@return when it reported last} */
  public abstract Optional<Instant> lastUpdate();

  /** {@return the workspace it reports to} */
  public abstract Optional<WorkspaceId> workspace();

  /** Returns the version; hosts belong to the customer. */
  @Override
  public final String toString() {
    return "DataKitHost[" + version().orElse("?") + "]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a host, for tests of your own. */
  public static final class Builder extends ImmutableDataKitHost.Builder {
    Builder() {}
  }
}
