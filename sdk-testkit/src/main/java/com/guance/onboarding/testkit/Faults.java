package com.guance.onboarding.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are to come, the oldest first. */
final class Faults {

  private final List<Planned> planned = new ArrayList<>();

  /** A fault, how many calls it still hits, and which operation; empty for any. */
  record Planned(FaultProfile profile, int calls, Optional<String> operation) {

    Planned {
      if (calls < 1) {
        throw new IllegalArgumentException("a fault hits at least one call");
      }
    }
  }

  synchronized void plan(Planned fault) {
    planned.add(fault);
  }

  /** The fault that hits this call, if one does. */
  Optional<FaultProfile> take(String operation) {
    return take(operation, false);
  }

  /** The fault that hits this call to the partner, if one does. */
  Optional<FaultProfile> takeCallback(String activity) {
    return take(activity, true);
  }

  private synchronized Optional<FaultProfile> take(String operation, boolean callback) {
    for (int i = 0; i < planned.size(); i++) {
      Planned fault = planned.get(i);
      if (fault.profile().ofCallbacks() != callback) {
        continue;
      }
      if (fault.operation().isEmpty() || fault.operation().get().equals(operation)) {
        if (fault.calls() == 1) {
          planned.remove(i);
        } else {
          planned.set(i, new Planned(fault.profile(), fault.calls() - 1, fault.operation()));
        }
        return Optional.of(fault.profile());
      }
    }
    return Optional.empty();
  }

  synchronized List<Planned> all() {
    return List.copyOf(planned);
  }

  synchronized void clear() {
    planned.clear();
  }
}
