package com.guance.onboarding.domain;

import java.util.regex.Pattern;

/**
 * The key of a Guance site, such as {@code cn4}; fixed when a workspace is created.
 *
 * <p>Whether a site exists is known to the site table of the billing module (contracts/guance.md
 * §2); here only the form is checked.
 *
 * @param key two letters and digits, lower case
 */
public record Site(String key) {

  private static final Pattern FORM = Pattern.compile("[a-z]{2,10}[0-9]{0,3}");

  /**
   * Checks the form of the key.
   *
   * @param key two letters and digits
   */
  public Site {
    Rules.text("workspace.site", key, 2, 13);
    Rules.matches("workspace.site", key, FORM, "must be the key of a site, such as cn4");
  }

  /** Returns the bare key. */
  @Override
  public String toString() {
    return key;
  }
}
