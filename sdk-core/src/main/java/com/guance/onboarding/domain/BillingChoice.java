package com.guance.onboarding.domain;

import java.util.Optional;

/** How a buyer whose Huawei account pays for nothing yet gets a Billing Center account. */
public enum BillingChoice {
  /** Register the Commercial Plan: a new account (contracts/guance.md §1.4). */
  REGISTER("register"),
  /** Bind an account that exists, by user name and e-mail (contracts/guance.md §1.5). */
  BIND("bind"),
  /** The Huawei account is bound already: a claim, believed only when a look-up shows it. */
  ALREADY_BOUND("already-bound");

  private final String code;

  BillingChoice(String code) {
    this.code = code;
  }

  /** {@return the word that request files use} */
  public String code() {
    return code;
  }

  /**
   * Reads the word of a request file.
   *
   * @param code {@code register}, {@code bind} or {@code already-bound}
   * @return the choice
   * @throws InvalidInputException for anything else
   */
  public static BillingChoice from(String code) {
    return find(code).orElseThrow(Field.BILLING_CHOICE::refused);
  }

  static Optional<BillingChoice> find(String code) {
    for (BillingChoice choice : values()) {
      if (choice.code.equals(code)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }
}
