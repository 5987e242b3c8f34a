package com.guance.onboarding.examples;

/** Where a process can die around what it stores. */
enum KillPoint {
  /** A step is decided, nothing says so yet. */
  BEFORE_INTENT,
  /** The intent is stored, nothing has been sent. */
  BEFORE_CALL,
  /** The remote side has done it, nothing says so yet. */
  AFTER_EFFECT,
  /** The step is done and stored. */
  AFTER_SAVE,
  /** A word of a person, a task handed out or the end is about to be stored. */
  BEFORE_RECORD,
  /** A word of a person, a task handed out or the end is stored. */
  AFTER_RECORD;

  /** Whether it lies around a step of the SDK's own. */
  boolean ofStep() {
    return this != BEFORE_RECORD && this != AFTER_RECORD;
  }
}
