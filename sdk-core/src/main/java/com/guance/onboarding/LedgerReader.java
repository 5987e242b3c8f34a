package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactReader;
import com.guance.onboarding.spi.NonceRow;
import java.util.List;
import java.util.Set;

/** Shows adapters the facts of a ledger. */
final class LedgerReader implements FactReader {

  private final Ledger ledger;

  LedgerReader(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Observed> observed(LookupKey key, Set<FactKind> kinds) {
    return ledger.store().find(key).stream()
        .filter(Ledger::real)
        .distinct()
        .map(ledger::facts)
        .filter(facts -> facts.stream().noneMatch(fact -> fact.kind() == FactKind.ALIAS_OF))
        .flatMap(List::stream)
        .filter(fact -> kinds.contains(fact.kind()))
        .toList();
  }

  @Override
  public boolean remember(NonceRow nonce) {
    return ledger.commit(Commit.builder().now(ledger.now()).addNonces(nonce)).stored();
  }
}
