package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.WorkspaceId;
import java.util.List;
import java.util.Optional;

/**
 * An account's place in a workspace.
 *
 * @param workspace the workspace
 * @param name the workspace's name
 * @param roles the ids of the account's roles in it, where the list said so
 */
public record Membership(WorkspaceId workspace, Optional<String> name, List<String> roles) {

  /**
   * Whether the account owns the workspace.
   *
   * @return true too if nothing was said about roles
   */
  public boolean isOwner() {
    return roles.isEmpty() || roles.contains("owner");
  }

  /** Returns the id; the name belongs to the customer. */
  @Override
  public String toString() {
    return "Membership[" + workspace + "]";
  }
}
