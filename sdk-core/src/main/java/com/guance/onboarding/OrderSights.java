package com.guance.onboarding;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.OrderSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the order and its buyer. */
final class OrderSights implements Sights {

  private static final String BUYER = "huaweiAccountId";
  private static final Set<Detail> ORDER =
      EnumSet.of(Detail.PRODUCT_ID, Detail.CHARGING_MODE, Detail.MULTI_INSTANCE);

  private final ReadOrderStep read;

  OrderSights(OrderSource orders, ReadOrderStep.SiblingLines siblings) {
    this.read = new ReadOrderStep(orders, siblings);
  }

  @Override
  public List<Look> looks() {
    return List.of(new Look(Stage.PURCHASE, this::order));
  }

  private Sighting order(Vantage view) {
    Optional<Observed> local = view.known().latest(FactKind.ORDER_READ);
    List<Observed> facts = read.read(view.seen());
    if (facts.isEmpty()) {
      return local
          .map(
              here ->
                  Sighting.of(
                      Stage.PURCHASE,
                      Vantage.reported(
                          Stage.PURCHASE, Drift.Kind.GONE, Contrast.shown(here, ORDER), Map.of())))
          .orElseGet(() -> Sighting.nothingYet(Stage.PURCHASE));
    }
    Observed there = facts.get(0);
    Set<HuaweiAccountId> proven = view.known().proven();
    Optional<HuaweiAccountId> buyer = there.names().account();
    if (buyer.isPresent() && !proven.isEmpty() && !proven.contains(buyer.get())) {
      return Sighting.of(Stage.PURCHASE, anotherBuyer(proven, buyer.get()));
    }
    if (local.isEmpty()) {
      return Sighting.of(Stage.PURCHASE, unrecorded(view, facts));
    }
    Set<Detail> different = Contrast.different(local.get(), there, understood(there));
    return Sighting.of(
        Stage.PURCHASE,
        different.isEmpty()
            ? List.of()
            : List.of(Vantage.differs(Stage.PURCHASE, local.get(), there, different)));
  }

  /** A charging mode that this version does not know is no reason to forget the one we know. */
  private static Set<Detail> understood(Observed there) {
    Set<Detail> details = EnumSet.copyOf(ORDER);
    if (there.value(Detail.CHARGING_MODE).equals(Optional.of(ChargingMode.UNKNOWN.name()))) {
      details.remove(Detail.CHARGING_MODE);
    }
    return details;
  }

  /** Who has bought is never changed by a comparison: other people's accounts hang on it. */
  private static Mending anotherBuyer(Set<HuaweiAccountId> proven, HuaweiAccountId buyer) {
    String here =
        proven.stream().map(HuaweiAccountId::value).sorted().collect(Collectors.joining(","));
    return Vantage.reported(
        Stage.PURCHASE, Drift.Kind.ELSEWHERE, Map.of(BUYER, here), Map.of(BUYER, buyer.value()));
  }

  /** A line that belongs to another line's subscription is taken over by its own step only. */
  private static Mending unrecorded(Vantage view, List<Observed> facts) {
    Map<String, String> shown = Contrast.shown(facts.get(0), ORDER);
    return facts.stream().anyMatch(fact -> fact.kind() == FactKind.ALIAS_OF)
        ? Vantage.reported(Stage.PURCHASE, Drift.Kind.UNRECORDED, Map.of(), shown)
        : view.unrecorded(Stage.PURCHASE, shown, facts, Set.of());
  }
}
