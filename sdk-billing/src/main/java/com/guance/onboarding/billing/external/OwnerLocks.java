package com.guance.onboarding.billing.external;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One writer at a time beside one account, in this process: attributes are written as a whole, so
 * two writers would take each other's marks away. Shared by all gateways of the process, whatever
 * client they use.
 */
final class OwnerLocks {

  private static final OwnerLocks PROCESS = new OwnerLocks(64);

  private final ReentrantLock[] locks;

  private OwnerLocks(int count) {
    this.locks = new ReentrantLock[count];
    for (int i = 0; i < count; i++) {
      locks[i] = new ReentrantLock(true);
    }
  }

  static OwnerLocks ofThisProcess() {
    return PROCESS;
  }

  /** Whoever has the account already may come in again. */
  <T> T with(String accountId, Supplier<T> work) {
    ReentrantLock lock = locks[Math.floorMod(accountId.hashCode(), locks.length)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
