package com.guance.onboarding.transport;

/** What may be repeated after a failure without doing anything twice. */
public enum Retryable {
  /** Changes nothing; may always be repeated. */
  READ,

  /**
   * Changes something, and the remote side recognises a repetition by a key that travels in {@link
   * CallOptions} or in the body; may be repeated.
   */
  KEYED_WRITE,

  /**
   * Changes something and cannot be recognised; repeated only while it is certain that nothing was
   * sent.
   */
  WRITE
}
