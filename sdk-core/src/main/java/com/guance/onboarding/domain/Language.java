package com.guance.onboarding.domain;

import java.util.Locale;
import java.util.Optional;

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
    return find(code).orElseThrow(Field.WORKSPACE_LANGUAGE::refused);
  }

  static Optional<Language> find(String code) {
    for (Language language : values()) {
      if (language.code().equalsIgnoreCase(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
