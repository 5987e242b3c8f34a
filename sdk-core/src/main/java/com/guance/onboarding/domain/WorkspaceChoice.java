package com.guance.onboarding.domain;

import java.util.Optional;

/** Where the buyer's workspace comes from (contracts/guance.md §1.5). */
public enum WorkspaceChoice {
  /** Bind one that the Billing Center account has already. */
  EXISTING("existing"),
  /** Create one for a Guance account that exists. */
  CREATE("create"),
  /** Register a Guance account and create a workspace with it. */
  REGISTER_ACCOUNT("register-account");

  private final String code;

  WorkspaceChoice(String code) {
    this.code = code;
  }

  /** {@return the word that request files use} */
  public String code() {
    return code;
  }

  /**
   * Reads the word of a request file.
   *
   * @param code {@code existing}, {@code create} or {@code register-account}
   * @return the choice
   * @throws InvalidInputException for anything else
   */
  public static WorkspaceChoice from(String code) {
    return find(code).orElseThrow(Field.WORKSPACE_CHOICE::refused);
  }

  static Optional<WorkspaceChoice> find(String code) {
    for (WorkspaceChoice choice : values()) {
      if (choice.code.equals(code)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }
}
