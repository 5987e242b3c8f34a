package com.guance.onboarding.domain;

/**
 * An organization's short name: unique on KooGallery, fixed at creation, the second half of every
 * sign-in name (contracts/koogallery.md §7).
 *
 * @param value 2 to 30 lower-case letters, digits and hyphens, a letter first
 */
public record ShortName(String value) {

  /**
   * Checks the value.
   *
   * @param value 2 to 30 lower-case letters
   */
  public ShortName {
    Field.ORGANIZATION_SHORT_NAME.check(value);
  }

  /** Returns the bare value. */
  @Override
  public String toString() {
    return value;
  }
}
