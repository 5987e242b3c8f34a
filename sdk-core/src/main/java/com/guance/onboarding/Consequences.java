package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a refusal makes true: a value is not accepted, a code is of no use any more. */
final class Consequences {

  private Consequences() {}

  static List<Observed> of(FlowState state, Step step, Failures.Failure failure, Instant now) {
    List<Observed> facts = new ArrayList<>(1);
    failure.field().ifPresent(field -> facts.add(refused(state, field, failure, now)));
    if (failure.codeUsedUp() && step instanceof Step.Changing changing) {
      changing.sentCode(state).ifPresent(sent -> facts.add(spent(state, sent)));
    }
    return facts;
  }

  private static Observed refused(
      FlowState state, Field field, Failures.Failure failure, Instant now) {
    return Observed.of(FactKind.REFUSED, Source.READ)
        .names(Names.of(state.id()))
        .subject(field.path())
        .with(Detail.CODE, failure.problem().code())
        .with(Detail.RULE, failure.problem().rule())
        .at(state.answers().nextRefusal(field, now))
        .build();
  }

  private static Observed spent(FlowState state, Observed sent) {
    return Observed.of(FactKind.CODE_SPENT, Source.READ)
        .names(Names.of(state.id()))
        .subject(Billing.verification(sent).value())
        .build();
  }
}
