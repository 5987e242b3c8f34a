package com.guance.onboarding.domain;

/** Where an onboarding stands as a whole. */
public enum Outcome {
  /** Something or somebody is waited for. */
  WAITING,
  /** Everything is done; it stays so. */
  COMPLETED,
  /** It ended before its end, with a reason; it stays so. */
  ABANDONED
}
