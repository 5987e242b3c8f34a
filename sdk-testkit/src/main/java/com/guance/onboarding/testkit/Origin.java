package com.guance.onboarding.testkit;

/** On whose behalf the world changes. */
enum Origin {
  /** A gateway was called. */
  GATEWAY,
  /** A person acted in a console. */
  PERSON
}
