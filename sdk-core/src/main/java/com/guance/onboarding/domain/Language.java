package com.guance.onboarding.domain;

import java.util.Locale;

/**
 * The language of a workspace's templates; fixed at creation, so a request must state it
 * (contracts/guance.md §1.4).
 */
public enum Language {
  /** Chinese. */
  ZH,
  /** English. */
  EN;

  /** {@return the code that the wire and request files use: {@code zh} or {@code en}} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a code.
   *
   * @param code {@code zh} or {@code en}, in any case
   * @return the language
   * @throws InvalidInputException for anything else; there is no default
   */
  public static Language from(String code) {
    for (Language language : values()) {
      if (language.code().equalsIgnoreCase(code)) {
        return language;
      }
    }
    throw new InvalidInputException("workspace.language", "must be zh or en");
  }
}
