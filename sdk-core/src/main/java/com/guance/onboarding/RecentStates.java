package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.SnapshotRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The states that were read or written last: whoever works on an onboarding does it in bursts, and
 * need not have its facts opened and decoded each time. A state counts for the snapshot it was read
 * with and for no other, so that what another node has written is always seen. Thread-safe.
 */
final class RecentStates {

  private static final int MOST = 64;

  private final Map<OnboardingId, Known> known =
      new LinkedHashMap<>(MOST * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OnboardingId, Known> eldest) {
          return size() > MOST;
        }
      };

  /**
   * A state and the snapshot that it belongs to; the time tells a new onboarding from one of the
   * same order that was pruned before.
   */
  private record Known(long version, long changedAt, FlowState state) {

    boolean fits(SnapshotRow row) {
      return version == row.version() && changedAt == row.changedAt().toEpochMilli();
    }
  }

  /** The state that belongs to a snapshot, if it was seen lately. */
  synchronized Optional<FlowState> find(SnapshotRow row) {
    return Optional.ofNullable(known.get(row.id()))
        .filter(state -> state.fits(row))
        .map(Known::state);
  }

  /**
   * Remembers a state. What is parked is left out: it is read once, and its name may be used again.
   */
  synchronized FlowState keep(SnapshotRow row, FlowState state) {
    if (Ledger.real(row.id())) {
      known.put(row.id(), new Known(row.version(), row.changedAt().toEpochMilli(), state));
    }
    return state;
  }
}
