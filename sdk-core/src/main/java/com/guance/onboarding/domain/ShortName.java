package com.guance.onboarding.domain;

import java.util.regex.Pattern;

/**
 * An organization's short name: unique on KooGallery, fixed at creation, the second half of every
 * sign-in name (contracts/koogallery.md §7).
 *
 * @param value 2 to 30 lower-case letters, digits and hyphens, a letter first
 */
public record ShortName(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,29}");

  /**
   * Checks the value.
   *
   * @param value 2 to 30 lower-case letters
   */
  public ShortName {
    Rules.text("organization.shortName", value, 2, 30);
    Rules.matches(
        "organization.shortName",
        value,
        FORM,
        "must be 2 to 30 lower-case letters, digits or hyphens and start with a letter");
  }

  /** Returns the bare value. */
  @Override
  public String toString() {
    return value;
  }
}
