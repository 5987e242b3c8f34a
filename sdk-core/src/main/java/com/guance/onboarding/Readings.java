package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts that a comparison records: each is the latest word about its subject. */
final class Readings {

  private Readings() {}

  /** What is out there, as it was read. */
  static List<Observed> adopted(StepContext context, List<Observed> read) {
    return read.stream()
        .map(fact -> fact.kind().reading() ? latest(context, fact).build() : fact)
        .toList();
  }

  /** A fact of the same names, subject and values, later than all that was said before. */
  static Observed.Builder latest(StepContext context, Observed fact) {
    Instant at = context.state().next(fact.kind(), fact.subject(), context.now());
    for (Stage stage : Stages.CONSOLE) {
      Instant takenBack = context.organizations().takenBack(stage);
      at = takenBack.isBefore(at) ? at : takenBack.plusMillis(1);
    }
    return copy(fact, Source.READ).at(at);
  }

  /** A fact of the same names, subject and values. */
  static Observed.Builder copy(Observed fact, Source source) {
    Observed.Builder copy =
        Observed.of(fact.kind(), source).names(fact.names()).subject(fact.subject());
    fact.values().forEach(copy::with);
    return copy;
  }

  /** Takes back what is recorded under some kinds and is not out there any more. */
  static List<Observed> takenBack(StepContext context, List<FactKind> kinds) {
    List<Observed> facts = new ArrayList<>();
    for (FactKind kind : kinds) {
      context.state().all(kind).stream()
          .filter(fact -> !Organizations.off(fact))
          .map(fact -> off(context, fact))
          .forEach(facts::add);
    }
    return facts;
  }

  static Observed off(StepContext context, Observed fact) {
    return copy(fact, Source.READ)
        .with(Detail.ON, "false")
        .with(Detail.STATE, Billing.GONE)
        .at(context.state().next(fact.kind(), fact.subject(), context.now()))
        .build();
  }
}
