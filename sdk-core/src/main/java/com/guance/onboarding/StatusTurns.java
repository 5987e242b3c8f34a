package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import java.util.Comparator;

/**
 * Freezes and unfreezes that were signed at one moment count in the order in which they were
 * received: nothing else tells which was meant to be the last.
 */
final class StatusTurns {

  /** By the time of their sender, then as they were received, then the same in every process. */
  static final Comparator<Observed> ORDER =
      Comparator.comparing(Observed::at)
          .thenComparingInt(StatusTurns::turn)
          .thenComparing(Observed::key);

  private StatusTurns() {}

  /** A status as it is to be stored: after one of the same moment that says otherwise. */
  static Observed received(FlowState state, Observed status) {
    return state
        .latest(FactKind.STATUS)
        .filter(known -> known.at().equals(status.at()))
        .filter(known -> !known.value(Detail.STATE).equals(status.value(Detail.STATE)))
        .map(known -> after(known, status))
        .orElse(status);
  }

  private static Observed after(Observed known, Observed status) {
    return Readings.copy(status, status.source())
        .with(Detail.TURN, Integer.toString(turn(known) + 1))
        .at(status.at())
        .build();
  }

  private static int turn(Observed status) {
    return status.value(Detail.TURN).map(Integer::parseInt).orElse(0);
  }
}
