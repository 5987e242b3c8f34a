package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A Guance account of a private deployment. */
@Value.Immutable
public abstract class Account {

  Account() {}

  /** {@return the id, {@code acnt_…}} */
  public abstract String id();

  /** {@return the user name} */
  public abstract Optional<String> userName();

  /** {@return the name} */
  public abstract Optional<String> name();

  /** {@return the e-mail address} */
  public abstract Optional<String> email();

  /** {@return the id under which another system knows it} */
  public abstract Optional<String> externalId();

  /** {@return what other systems have written beside it: text, numbers, flags, lists, maps} */
  public abstract Map<String, Object> attributes();

  /** {@return the workspaces it belongs to, where the list said so} */
  public abstract List<Membership> workspaces();

  /**
   * Whether the account owns a workspace, as far as the list said so.
   *
   * @param workspace the workspace
   * @return true if it does
   */
  public boolean owns(WorkspaceId workspace) {
    return workspaces().stream()
        .anyMatch(member -> member.workspace().equals(workspace) && member.isOwner());
  }

  /** Returns the id; the rest is personal. */
  @Override
  public final String toString() {
    return "Account[" + id() + "]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects an account, for tests of your own. */
  public static final class Builder extends ImmutableAccount.Builder {
    Builder() {}
  }
}
