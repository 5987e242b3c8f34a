package com.guance.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * Where a failure happened, without a word of what it says: messages quote what was typed or read,
 * and a log is no place for that. The message of each of these is the failure's type.
 */
final class Whereabouts extends Exception {

  private static final long serialVersionUID = 1L;

  /** Enough for whoever looks for the cause; a chain that bites its tail ends, too. */
  private static final int DEEPEST = 8;

  private Whereabouts(Throwable failure, int depth) {
    super(failure.getClass().getName(), cause(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  static Whereabouts of(Throwable failure) {
    return new Whereabouts(failure, 1);
  }

  private static @Nullable Whereabouts cause(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth == DEEPEST ? null : new Whereabouts(cause, depth + 1);
  }
}
