package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A workspace of a private deployment. The documents show no answer with one, so everything but the
 * id may be empty.
 */
@Value.Immutable
public abstract class DeployedWorkspace {

  DeployedWorkspace() {}

  /** {@return the id} */
  public abstract WorkspaceId id();

  /** {@return the name} */
  public abstract Optional<String> name();

  /** {@return the language; empty too for one that this SDK does not know} */
  public abstract Optional<Language> language();

  /** {@return the token with which DataKit reports} */
  public abstract Optional<Secret> dataToken();

  /** Returns the id; the name belongs to the customer. */
  @Override
  public final String toString() {
    return "DeployedWorkspace[" + id() + "]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a workspace, for tests of your own. */
  public static final class Builder extends ImmutableDeployedWorkspace.Builder {
    Builder() {}
  }
}
