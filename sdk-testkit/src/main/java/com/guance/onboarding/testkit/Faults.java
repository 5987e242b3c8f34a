package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are to come, the oldest first. */
final class Faults {

  private final List<Planned> planned = new ArrayList<>();

  /** Which calls are meant: those of one operation, or any; how many of them pass before. */
  record Aim(Optional<String> operation, int after) {

    Aim {
      if (after < 0) {
        throw new InvalidInputException("after", "must be 0 or more");
      }
    }

    boolean meets(String call) {
      return operation.isEmpty() || operation.get().equals(call);
    }
  }

  /** A fault, how many calls it still hits, and which. */
  record Planned(FaultProfile profile, int calls, Aim aim) {

    Planned {
      if (calls < 1) {
        throw new InvalidInputException("calls", "must be 1 or more");
      }
    }

    Planned oneCallLess() {
      return new Planned(profile, calls - 1, aim);
    }

    Planned oneCallNearer() {
      return new Planned(profile, calls, new Aim(aim.operation(), aim.after() - 1));
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
      if (!fault.aim().meets(operation)) {
        continue;
      }
      if (fault.aim().after() > 0) {
        planned.set(i, fault.oneCallNearer());
        continue;
      }
      if (fault.calls() == 1) {
        planned.remove(i);
      } else {
        planned.set(i, fault.oneCallLess());
      }
      return Optional.of(fault.profile());
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
