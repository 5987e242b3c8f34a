package com.guance.onboarding.domain;

/**
 * The key of a Guance site, such as {@code cn4}; fixed when a workspace is created.
 *
 * <p>Whether a site exists is known to the site table of the billing module (contracts/guance.md
 * §2); here only the form is checked.
 *
 * @param key two letters and digits, lower case
 */
public record Site(String key) {

  /**
   * Checks the form of the key.
   *
   * @param key two letters and digits
   */
  public Site {
    Field.WORKSPACE_SITE.check(key);
  }

  /** Returns the bare key. */
  @Override
  public String toString() {
    return key;
  }
}
