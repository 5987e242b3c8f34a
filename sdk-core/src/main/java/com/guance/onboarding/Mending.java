package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A drift, and what would have to be recorded to mend it.
 *
 * @param drift the drift
 * @param facts what was read, as facts on top of a state
 * @param uses the answers that are fixed by it, as if their step had run
 */
record Mending(Drift drift, Function<StepContext, List<Observed>> facts, Set<Field> uses) {

  boolean possible() {
    return drift.repair().isPresent();
  }
}
