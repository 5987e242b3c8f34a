package com.guance.onboarding.billing.datakit;

/** What a dataway says of a token. */
public enum TokenState {
  /** DataKit can report with it. */
  VALID,
  /**
   * The site does not know it: it was changed in the console, mistyped, or belongs to a workspace
   * on another site.
   */
  NOT_FOUND
}
