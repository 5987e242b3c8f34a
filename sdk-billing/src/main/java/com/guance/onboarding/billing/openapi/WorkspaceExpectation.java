package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a workspace should be after people have worked in consoles; what is empty is not checked.
 */
@Value.Immutable
public abstract class WorkspaceExpectation {

  WorkspaceExpectation() {}

  /** {@return which workspace the key should belong to} */
  public abstract Optional<WorkspaceId> workspace();

  /** {@return its language} */
  public abstract Optional<Language> language();

  /** {@return the id, user name or e-mail address of its owner} */
  public abstract Optional<String> owner();

  /** {@return whether it should be on the Commercial Plan; true unless set} */
  @Value.Default
  public boolean commercial() {
    return true;
  }

  /** Returns nothing of the owner. */
  @Override
  public final String toString() {
    return "WorkspaceExpectation[" + workspace().orElse(null) + "]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects expectations. */
  public static final class Builder extends ImmutableWorkspaceExpectation.Builder {
    Builder() {}
  }
}
