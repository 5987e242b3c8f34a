package com.guance.onboarding;

import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done now, and what is waited for.
 *
 * @param outcome where the onboarding stands as a whole
 * @param reason why it was abandoned
 * @param ready the steps that need nobody else but answers, in order
 * @param waits people, callbacks and time
 */
record Agenda(Outcome outcome, Optional<String> reason, List<Ready> ready, Waits waits) {

  /**
   * A step that can run, once its secrets are given.
   *
   * @param step the step
   * @param secrets the codes and passwords that it needs, as tasks
   */
  record Ready(Step step, List<PersonTask> secrets) {}

  /**
   * All that is waited for.
   *
   * @param tasks the open tasks, in order
   * @param events the callbacks
   * @param notBefore when the flow itself goes on
   * @param problem what stands in the way
   * @param resting the codes and passwords of steps whose time has not come
   */
  record Waits(
      List<PersonTask> tasks,
      Set<String> events,
      Optional<Instant> notBefore,
      Optional<Problem> problem,
      List<PersonTask> resting) {}

  /** Whatever a person has still to do, even where an answer is at hand or a step has to wait. */
  List<PersonTask> open() {
    List<PersonTask> open = new ArrayList<>(waits.tasks());
    ready.forEach(one -> open.addAll(one.secrets()));
    open.addAll(waits.resting());
    return open;
  }

  static Agenda ended(Outcome outcome, Optional<String> reason) {
    return new Agenda(
        outcome,
        reason,
        List.of(),
        new Waits(List.of(), Set.of(), Optional.empty(), Optional.empty(), List.of()));
  }
}
