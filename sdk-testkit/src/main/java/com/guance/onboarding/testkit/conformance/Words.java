package com.guance.onboarding.testkit.conformance;

import com.guance.onboarding.domain.Language;

/**
 * The same sentence in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Words(String zh, String en) {

  /**
   * The sentence in one language.
   *
   * @param language which one
   * @return the sentence
   */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
