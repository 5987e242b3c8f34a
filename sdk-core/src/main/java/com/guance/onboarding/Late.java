package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.error.ConflictException;
import java.util.List;
import java.util.Optional;

/** What is said when nothing more comes of it: refused with the reason, never dropped. */
final class Late {

  private Late() {}

  /**
   * Why nothing more comes of an onboarding that has ended before its end; what a newer version has
   * written is not judged.
   */
  static Optional<String> abandoned(Ledger.Work work) {
    FlowState state = work.state();
    Outcome outcome = work.notes().outcome();
    boolean cancelled =
        outcome == Outcome.WAITING
            && state.has(FactKind.WITHDRAWN)
            && !state.has(FactKind.IMPORTED);
    return (cancelled || outcome == Outcome.ABANDONED) && !work.newer()
        ? Optional.of(
            "the onboarding has ended: "
                + state.abandonedBecause().orElse("it belongs to a subscription that is gone"))
        : Optional.empty();
  }

  /** The same of one that is completed too; what is imported may be described at any time. */
  static Optional<String> ended(Ledger.Work work) {
    boolean completed =
        work.notes().outcome() == Outcome.COMPLETED
            && !work.state().has(FactKind.IMPORTED)
            && !work.newer();
    return completed ? Optional.of("the onboarding is completed") : abandoned(work);
  }

  /**
   * Refuses answers that are new where nothing reads them any more. Who says late what is known by
   * now, such as the host whose DataKit has reported meanwhile, is not contradicted.
   */
  static void requireNone(
      Ledger.Work work, List<Observed> answers, String operation, Optional<String> why) {
    if (why.isEmpty()) {
      return;
    }
    for (Observed answer : answers) {
      Optional<String> known =
          Field.of(answer.subject()).flatMap(field -> LateAnswers.actual(work.state(), field));
      if (known.isEmpty() || !known.equals(answer.value(Detail.ANSWER))) {
        throw refused(operation, answer.subject(), why.get());
      }
    }
  }

  static ConflictException refused(String operation, String field, String why) {
    return ConflictException.ofField(operation, field, "cannot be taken, " + why);
  }
}
