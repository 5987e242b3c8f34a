package com.guance.onboarding.domain;

/** Who told us a fact; it decides what the fact can prove. */
public enum Source {
  /** The partner's own code. */
  PARTNER,
  /** A person's word: it closes a task and proves nothing. */
  PERSON,
  /** A callback whose signature held. */
  CALLBACK,
  /** An answer that the SDK read from an API. */
  READ,
  /** A source that this version does not know; it proves nothing. */
  UNKNOWN
}
