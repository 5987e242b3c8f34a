package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.MarketplaceGateway;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what can be chosen where the buyer can have no more organizations. */
final class ListOrganizationsStep implements Step.Reading {

  private static final String NO_MORE = "ORGANIZATION_LIMIT_REACHED";

  /** More than a person can choose from is not offered. */
  private static final int OFFERED = 100;

  private final MarketplaceGateway gateway;

  ListOrganizationsStep(MarketplaceGateway gateway) {
    this.gateway = gateway;
  }

  /** Whether an organization has to be chosen, and nobody has looked yet which there are. */
  static boolean needed(FlowState state) {
    return refusal(state).filter(one -> one.value(Detail.STATE).isEmpty()).isPresent();
  }

  private static Optional<Observed> refusal(FlowState state) {
    return state
        .answers()
        .refusal(Field.ORGANIZATION_SHORT_NAME)
        .filter(one -> one.value(Detail.CODE).filter(NO_MORE::equals).isPresent());
  }

  @Override
  public String name() {
    return "list organizations";
  }

  @Override
  public Stage stage() {
    return Stage.ORGANIZATION;
  }

  @Override
  public List<Observed> read(StepContext context) {
    String shortNames;
    try (var found = context.within(gateway).organizations(context.buyer())) {
      shortNames =
          found.limit(OFFERED).map(one -> one.shortName().value()).collect(Collectors.joining(","));
    }
    return List.of(
        context
            .fact(FactKind.REFUSED, Field.ORGANIZATION_SHORT_NAME.path())
            .at(context.state().answers().nextRefusal(Field.ORGANIZATION_SHORT_NAME, context.now()))
            .with(Detail.CODE, NO_MORE)
            .with(Detail.RULE, refusal(context.state()).map(Tasks::rule).orElseThrow())
            .with(Detail.STATE, shortNames)
            .build());
  }
}
