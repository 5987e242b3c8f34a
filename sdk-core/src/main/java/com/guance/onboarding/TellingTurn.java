package com.guance.onboarding;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One thread of a node tells at a time, and nobody waits for it: who finds another one at it leaves
 * his share to it and goes. So no event is told by two threads, and a listener that takes its time
 * holds up one call only.
 */
final class TellingTurn {

  /** Who has told so often hands on to a call that is still to come by. */
  static final int FAIR = 16;

  private final AtomicInteger coming = new AtomicInteger();
  private final AtomicInteger shares = new AtomicInteger();
  private final AtomicBoolean taken = new AtomicBoolean();

  /** What came of telling once. */
  enum Told {
    /** There may be more to tell. */
    SOME,
    /** Nothing is left that can be told now. */
    ALL,
    /** Listeners fail: whatever is left is for a later call. */
    FAILED
  }

  /** Says that this thread will certainly call {@link #comeBy} soon. */
  void coming() {
    coming.incrementAndGet();
  }

  /**
   * Tells once, and once more for each that comes by meanwhile, for as long as there is something
   * to tell. Does nothing where another thread is at it: that one does it.
   */
  void comeBy(Supplier<Told> tell) {
    coming.decrementAndGet();
    shares.incrementAndGet();
    boolean goOn = true;
    for (int i = 0; goOn && shares.get() > 0 && (i < FAIR || coming.get() == 0); i++) {
      goOn = alone(() -> share(tell));
    }
  }

  /** A share that comes while this tells is told for once more: it may have come too late. */
  private boolean share(Supplier<Told> tell) {
    int asked = shares.get();
    if (asked == 0) {
      return true; // somebody else has been faster
    }
    Told told = Told.FAILED;
    try {
      told = tell.get();
    } finally {
      shares.addAndGet(told == Told.SOME ? -1 : -asked);
    }
    return told != Told.FAILED;
  }

  /** Does what only one thread may do; false, and not done, where another one is at it. */
  boolean alone(BooleanSupplier work) {
    if (!taken.compareAndSet(false, true)) {
      return false;
    }
    try {
      return work.getAsBoolean();
    } finally {
      taken.set(false);
    }
  }
}
