package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.OrderDetails;
import java.util.Optional;

/** Finds the line of an on-demand order that was here first for the same product. */
final class Siblings implements ReadOrderStep.SiblingLines {

  private final Ledger ledger;

  Siblings(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Optional<OnboardingId> earlier(OrderDetails details) {
    if (details.productId().isEmpty()) {
      return Optional.empty();
    }
    OnboardingId self = OrderIds.of(details.order());
    return ledger.store().find(new LookupKey.ByOrderId(details.order().orderId())).stream()
        .filter(Ledger::real)
        .filter(id -> !id.equals(self))
        .filter(id -> sameProduct(FlowState.of(id, ledger.facts(id)), details))
        .findFirst();
  }

  private static boolean sameProduct(FlowState other, OrderDetails details) {
    return !other.has(FactKind.ALIAS_OF)
        && other
            .latest(FactKind.ORDER_READ)
            .flatMap(fact -> fact.value(Detail.PRODUCT_ID))
            .equals(details.productId());
  }
}
