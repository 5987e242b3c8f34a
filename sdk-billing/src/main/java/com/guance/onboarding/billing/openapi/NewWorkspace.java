package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.api.Limits;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Language;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A workspace to create. Its language cannot be changed afterwards and has no default. Its owner
 * will be the owner of the workspace that the API key belongs to, its plan the free one.
 */
@Value.Immutable
public abstract class NewWorkspace {

  NewWorkspace() {}

  /** {@return the name, at most 256 characters} */
  public abstract String name();

  /** {@return the language} */
  public abstract Language language();

  /** {@return a description} */
  public abstract Optional<String> description();

  /** {@return the name of an API key to create with it; without it there is no key} */
  public abstract Optional<String> keyName();

  @Value.Check
  void check() {
    Limits.text("workspace.name", name(), 256);
    keyName().ifPresent(name -> Limits.text("workspace.keyName", name, 256));
    if (description().filter(text -> text.length() > 4096).isPresent()) {
      throw new InvalidInputException("workspace.description", "must have up to 4096 characters");
    }
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a workspace to create. */
  public static final class Builder extends ImmutableNewWorkspace.Builder {
    Builder() {}
  }
}
