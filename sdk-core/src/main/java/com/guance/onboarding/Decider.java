package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what is next, from the facts alone: no effects, no clock of its own. */
final class Decider {

  private final Capabilities capabilities;
  private final MarketplacePlan marketplace;
  private final Optional<BillingPlan> billing;
  private final BillingByPeople billingByPeople;
  private final Optional<VerificationPlan> verification;
  private final Pointers pointers;

  /**
   * Decides in an installation.
   *
   * @param billing what comes next with a gateway; people do it where there is none
   * @param verification what comes next with a key of the workspace
   */
  Decider(
      Capabilities capabilities,
      MarketplacePlan marketplace,
      Optional<BillingPlan> billing,
      Optional<VerificationPlan> verification,
      Pointers pointers) {
    this.capabilities = capabilities;
    this.marketplace = marketplace;
    this.billing = billing;
    this.billingByPeople = new BillingByPeople(verification);
    this.verification = verification;
    this.pointers = pointers;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  Agenda decide(FlowState state, Notes notes, AgendaDraft.Attendance attendance) {
    Tasks tasks = new Tasks(state, pointers);
    AgendaDraft draft = new AgendaDraft(state, notes, tasks, attendance);
    if (writtenByNewerVersion(state, notes)) { // however it stands: not for this version to say
      draft.problem(newerVersion());
      return draft.build();
    }
    if (notes.outcome() == Outcome.COMPLETED || state.has(FactKind.IMPORTED)) {
      return Agenda.ended(Outcome.COMPLETED, Optional.empty());
    }
    Optional<String> reason = state.abandonedBecause();
    if (reason.isPresent() && !state.has(FactKind.WITHDRAWN) && marketplace.unread(draft)) {
      marketplace.purchase(draft); // its release may be that of another line's subscription
      return draft.build();
    } else if (reason.isPresent()) {
      return Agenda.ended(Outcome.ABANDONED, reason);
    }
    if (state.frozen()) {
      draft.problem(frozen());
      draft.event("updateInstanceStatus");
      marketplace.purchase(draft); // it may turn out to be a line of another subscription
      return draft.build();
    }
    Stages stages = new Stages(state, capabilities);
    if (marketplace.next(draft, stages)) {
      if (billing.isPresent()) {
        billing.get().next(draft, stages);
      } else {
        billingByPeople.next(draft, stages);
      }
    }
    boolean done =
        stages.current() == Stage.COMPLETED
            && verification.filter(plan -> plan.awaitsKey(state, notes, stages)).isEmpty();
    return done ? Agenda.ended(Outcome.COMPLETED, Optional.empty()) : draft.build();
  }

  static boolean writtenByNewerVersion(FlowState state, Notes notes) {
    if (notes.newer() || state.has(FactKind.UNKNOWN)) {
      return true;
    }
    for (Observed ordered : state.all(FactKind.ORDERED)) {
      if (ordered.source() == Source.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  static Progress leftToNewerVersion() {
    return new Progress.Waiting(List.of(), Set.of(), Optional.empty(), Optional.of(newerVersion()));
  }

  static Problem newerVersion() {
    return new Problem(
        Progress.Waiting.NEWER_VERSION,
        new Problem.What(Optional.empty(), "a newer version of the SDK has worked on it"),
        Problem.Mender.OPERATOR,
        "Let the newer version finish it, or upgrade this node.");
  }

  private static Problem frozen() {
    return new Problem(
        "SUBSCRIPTION_FROZEN",
        new Problem.What(Optional.empty(), "KooGallery has frozen the subscription"),
        Problem.Mender.BUYER,
        "Settle what is due on KooGallery; it goes on by itself when KooGallery unfreezes it.");
  }
}
