package com.guance.onboarding.domain;

/**
 * The id of a Guance workspace.
 *
 * @param value usually `wksp_` and 32 hex digits, 1 to 128 visible characters
 */
public record WorkspaceId(String value) {

  /**
   * Checks the value.
   *
   * @param value usually `wksp_` and 32 hex digits
   */
  public WorkspaceId {
    Rule.ID.check("workspace.id", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
