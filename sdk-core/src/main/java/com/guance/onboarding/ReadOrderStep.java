package com.guance.onboarding;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.OrderSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the order is about and who bought it; activation may lag behind. */
final class ReadOrderStep implements Step.Reading {

  private final OrderSource orders;
  private final SiblingLines siblings;

  ReadOrderStep(OrderSource orders, SiblingLines siblings) {
    this.orders = orders;
    this.siblings = siblings;
  }

  /** Finds the onboarding whose subscription a later line of the same product belongs to. */
  interface SiblingLines {
    Optional<OnboardingId> earlier(OrderDetails details);
  }

  @Override
  public String name() {
    return "read order";
  }

  @Override
  public Stage stage() {
    return Stage.PURCHASE;
  }

  /** Two lines of one order must not both take the other for the earlier one. */
  @Override
  public Optional<String> sharedClaim(FlowState state) {
    return Optional.of("order:" + state.order().orderId());
  }

  @Override
  public void nothingYet(Notes notes, Instant now) {
    notes.orderUnknown(now);
  }

  @Override
  public List<Observed> read(StepContext context) {
    Optional<OrderDetails> found = context.within(orders).order(context.state().order());
    if (found.isEmpty()) {
      return List.of();
    }
    OrderDetails details = found.get();
    List<Observed> facts = new ArrayList<>(3);
    facts.add(Observations.orderRead(details, context.now()));
    details
        .buyer()
        .map(buyer -> Observations.accountProven(context.id(), buyer, Source.READ))
        .ifPresent(facts::add);
    if (details.chargingMode() == ChargingMode.ON_DEMAND) {
      siblings
          .earlier(details)
          .map(first -> Observations.aliasOf(details.order(), first))
          .ifPresent(facts::add);
    }
    return facts;
  }
}
