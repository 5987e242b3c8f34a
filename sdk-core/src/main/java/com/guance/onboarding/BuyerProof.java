package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import java.util.Optional;

/** Whether trusted sources have named the buyer, and what to tell where they have not. */
final class BuyerProof {

  static final String RULE = "must be the account that bought the order";

  private BuyerProof() {}

  /** Nothing is done in the name of an account that no trusted source has named. */
  static boolean known(AgendaDraft draft, Stage stage) {
    if (contradicted(draft, stage)) {
      return false;
    }
    if (draft.state().buyer().isPresent()) {
      return true;
    }
    draft.problem(
        problem(
            "HUAWEI_ACCOUNT_UNPROVEN",
            "is not known yet: no trusted source has named the buyer",
            Problem.Mender.BUYER,
            "Sign in at the unified login address, or let the order query name the buyer."));
    return false;
  }

  /**
   * Whether what is said about the buyer does not fit together. Another claim mends one that is
   * wrong; what trusted sources say is never taken back, so nobody is asked for it.
   */
  static boolean contradicted(AgendaDraft draft, Stage stage) {
    FlowState state = draft.state();
    if (!state.claimConflicts()) {
      return false;
    }
    if (state.proven().size() > 1) {
      draft.problem(
          problem(
              "HUAWEI_ACCOUNT_DISPUTED",
              "is disputed: trusted sources have named different buyers",
              Problem.Mender.OPERATOR,
              "Find out at KooGallery who bought the order; it goes no further by itself, so"
                  + " cancel it if it is not to wait."));
      return true;
    }
    state
        .answers()
        .raw(Field.HUAWEI_ACCOUNT_ID)
        .ifPresent(
            claim ->
                draft.task(
                    draft.tasks().correct(stage, Field.HUAWEI_ACCOUNT_ID, claim.at(), RULE)));
    draft.problem(
        problem(
            "HUAWEI_ACCOUNT_CONFLICT",
            RULE,
            Problem.Mender.PARTNER,
            "Give the buyer's own Huawei Cloud account ID."));
    return true;
  }

  private static Problem problem(String code, String rule, Problem.Mender mender, String remedy) {
    return new Problem(
        code, new Problem.What(Optional.of(Field.HUAWEI_ACCOUNT_ID.path()), rule), mender, remedy);
  }
}
