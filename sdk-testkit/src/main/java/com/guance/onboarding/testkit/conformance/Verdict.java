package com.guance.onboarding.testkit.conformance;

import com.guance.onboarding.domain.Language;
import java.util.Locale;
import java.util.Optional;

/**
 * What one scenario has found.
 *
 * @param scenario the scenario's name, stable, such as {@code signature-missing}
 * @param section the part of the contract that it judges
 * @param expected what must be
 * @param violation what was instead; empty if the contract was kept
 */
public record Verdict(String scenario, Section section, Words expected, Optional<Words> violation) {

  /** {@return whether the contract was kept} */
  public boolean passed() {
    return violation.isEmpty();
  }

  /**
   * One line for a person: the result, the scenario, the section, what must be, and where it was
   * not so, what was instead.
   *
   * @param language in which language
   * @return the line
   */
  public String line(Language language) {
    String line =
        String.format(
            Locale.ROOT,
            "%-4s  %-32s  §%s  %s",
            passed() ? "ok" : "FAIL",
            scenario,
            section.title(),
            expected.in(language));
    return violation
        .map(found -> line + ": " + found.in(language) + " (" + section.page() + ")")
        .orElse(line);
  }
}
