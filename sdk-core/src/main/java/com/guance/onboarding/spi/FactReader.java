package com.guance.onboarding.spi;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Observed;
import java.util.List;
import java.util.Set;

/** What adapters may read: what callbacks have shown, and whether something happened before. */
public interface FactReader {

  /**
   * Reads facts.
   *
   * @param key whose facts
   * @param kinds which kinds
   * @return the facts of every onboarding that carries the name, in the order in which they were
   *     stored; each names its onboarding; nothing that is parked or belongs to a test order
   */
  List<Observed> observed(LookupKey key, Set<FactKind> kinds);

  /**
   * Remembers that something happened, for every node on the same store.
   *
   * @param nonce what may happen once, and until when
   * @return false if it is remembered already
   */
  boolean remember(NonceRow nonce);
}
