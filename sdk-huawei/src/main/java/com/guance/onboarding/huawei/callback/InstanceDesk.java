package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes instances: renews, freezes, upgrades, releases; each as often as KooGallery says it. */
final class InstanceDesk {

  private final BoundedPool pool;
  private final Lanes lanes;
  private final PartnerDecisions decisions;

  InstanceDesk(BoundedPool pool, Lanes lanes, PartnerDecisions decisions) {
    this.pool = pool;
    this.lanes = lanes;
    this.decisions = decisions;
  }

  /** What the facts of a change are, given whether it is a rehearsal. */
  interface Change {
    List<Observed> facts(boolean rehearsal);
  }

  /**
   * Answers a change.
   *
   * @param unknown what is answered when nobody knows the instance
   */
  Answer answer(InstanceId instance, boolean test, Call call, ResultCode unknown, Change change) {
    Optional<FactInbox> lane = pool.call(() -> lanes.laneOf(instance, test), call.end());
    if (lane.isPresent()) {
      return store(instance, call, lane.get(), change.facts(lanes.rehearsal(lane.get())));
    }
    if (!known(instance, test, call)) {
      return pool.call(() -> lanes.remember(call, Answer.of(unknown)), call.end());
    }
    List<Observed> facts = new ArrayList<>(change.facts(false));
    facts.add(Observations.imported(instance));
    return store(instance, call, lanes.lane(false), facts);
  }

  /**
   * The partner's word on an instance that is not in the store; no answer counts as yes. He is not
   * asked about a test's, which nobody knows.
   */
  boolean known(InstanceId instance, boolean test, Call call) {
    return !test
        && pool.ask("knows", () -> decisions.knows(instance), call.questions()).orElse(true);
  }

  private Answer store(InstanceId instance, Call call, FactInbox lane, List<Observed> facts) {
    Names names = Names.builder().instance(instance).build();
    return pool.call(() -> lanes.store(lane, call, names, facts), call.end());
  }
}
