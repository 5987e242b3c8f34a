package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** Does everything that needs nobody else, one step after the other, and tells where that led. */
final class Advancer {

  private static final String MDC_KEY = "onboardingId";

  private final Ledger ledger;
  private final Decider decider;
  private final StepRunner runner;
  private final AnswerBook answerBook;
  private final Outbox outbox;

  Advancer(
      Ledger ledger, Decider decider, StepRunner runner, AnswerBook answerBook, Outbox outbox) {
    this.ledger = ledger;
    this.decider = decider;
    this.runner = runner;
    this.answerBook = answerBook;
    this.outbox = outbox;
  }

  Progress advance(OnboardingId id, Answers answers) {
    String outer = MDC.get(MDC_KEY);
    MDC.put(MDC_KEY, id.value());
    try {
      return advance(id, new Session(answers));
    } finally {
      if (outer == null) {
        MDC.remove(MDC_KEY);
      } else {
        MDC.put(MDC_KEY, outer);
      }
    }
  }

  private Progress advance(OnboardingId id, Session session) {
    while (true) {
      Ledger.Work work =
          ledger
              .load(id)
              .orElseThrow(() -> new IllegalArgumentException("there is no onboarding " + id));
      FlowState state = work.state();
      Optional<OnboardingId> subscription = aliasOf(state);
      if (subscription.isPresent()) {
        park(work);
        return advance(subscription.get(), session);
      }
      Agenda agenda = decide(work, state, session);
      if (!runNext(work, agenda, session) && !answerBook.take(work, agenda, session)) {
        Optional<Progress> progress = finish(work, state, agenda, session);
        if (progress.isPresent()) {
          return progress.get();
        }
      }
    }
  }

  private Agenda decide(Ledger.Work work, FlowState state, Session session) {
    return decider.decide(
        state, work.notes(), new AgendaDraft.Attendance(ledger.now(), session.attended()));
  }

  static Optional<OnboardingId> aliasOf(FlowState state) {
    return state
        .latest(FactKind.ALIAS_OF)
        .flatMap(fact -> fact.value(Detail.ORDER))
        .map(OnboardingId::new);
  }

  /** An alias has nothing of its own to do. */
  private void park(Ledger.Work work) {
    if (work.dueAt().isPresent()) {
      ledger.commit(ledger.next(work, List.of(), Optional.empty()));
    }
  }

  /** Runs the first step that can; false when none can. */
  private boolean runNext(Ledger.Work work, Agenda agenda, Session session) {
    for (Agenda.Ready ready : agenda.ready()) {
      String name = ready.step().name();
      if (session.rests(name)) {
        continue;
      }
      Map<String, Map<String, Secret>> secrets = session.secrets(ready.secrets());
      boolean complete = secrets.size() == ready.secrets().size();
      boolean worthLooking = work.notes().count(name) > 0;
      if (complete || worthLooking) {
        note(ready, session, runner.run(work, ready.step(), secrets, complete));
        return true;
      }
    }
    return false;
  }

  private static void note(Agenda.Ready ready, Session session, StepRunner.Ended ended) {
    String name = ready.step().name();
    switch (ended.kind()) {
      case GO_ON -> {}
      case BLOCKED -> {
        session.rest(name);
        ended.until().ifPresent(session::waitUntil);
      }
      case NEEDS_SECRETS -> session.rest(name);
      case FAILED -> {
        Failures.Failure failure = ended.failure().orElseThrow();
        for (PersonTask task : ready.secrets()) {
          if (task.inputs().stream().anyMatch(input -> failure.refused(input.name()))) {
            session.refuse(task.id());
          }
        }
      }
    }
  }

  private Optional<Progress> finish(
      Ledger.Work work, FlowState state, Agenda agenda, Session session) {
    return switch (agenda.outcome()) {
      case COMPLETED -> ended(work, state, Outcome.COMPLETED).map(first -> completed(state, first));
      case ABANDONED ->
          ended(work, state, Outcome.ABANDONED).map(first -> abandoned(state, agenda));
      case WAITING -> waiting(work, agenda, session);
    };
  }

  /** Saves the end once; the value tells whether this call was the first, empty to read again. */
  private Optional<Boolean> ended(Ledger.Work work, FlowState state, Outcome outcome) {
    boolean already = work.notes().outcome() == outcome;
    if (already && work.dueAt().isEmpty()) {
      return Optional.of(false);
    }
    work.notes().outcome(outcome);
    Commit.Builder commit = ledger.next(work, List.of(), Optional.empty());
    if (!already) {
      outbox.ended(commit, state.id(), outcome);
    }
    return ledger.commit(commit).stored() ? Optional.of(!already) : Optional.empty();
  }

  private Progress completed(FlowState state, boolean first) {
    return new Progress.Completed(
        Views.of(state, decider.capabilities(), Outcome.COMPLETED), first);
  }

  private static Progress abandoned(FlowState state, Agenda agenda) {
    return new Progress.Abandoned(
        state.id(), agenda.reason().orElse("withdrawn"), LeftBehind.of(state));
  }

  private Optional<Progress> waiting(Ledger.Work work, Agenda agenda, Session session) {
    List<PersonTask> open = openTasks(agenda, session);
    List<PersonTask> marked = new ArrayList<>(open.size());
    boolean changed = false;
    for (PersonTask task : open) {
      boolean first = !work.notes().handedOut(task.id());
      marked.add(task.withFirstTime(first));
      changed |= first;
    }
    Optional<Instant> notBefore = session.notBefore(agenda.waits().notBefore());
    Progress.Waiting progress =
        new Progress.Waiting(marked, agenda.waits().events(), notBefore, agenda.waits().problem());
    changed |= work.notes().waits(Turns.name(progress), ledger.now());
    boolean leftAlone =
        agenda.waits().problem().filter(what -> what.code().equals("NEWER_VERSION")).isPresent();
    if (!leftAlone && (changed || !notBefore.equals(work.dueAt()))) {
      open.forEach(task -> work.notes().handOut(task.id()));
      Commit.Builder commit = ledger.next(work, List.of(), notBefore);
      for (PersonTask task : marked) {
        if (task.firstTime()) {
          outbox.opened(commit, task);
        }
      }
      if (!ledger.commit(commit).stored()) {
        return Optional.empty();
      }
    }
    return Optional.of(progress);
  }

  /** The tasks of the stages, and the codes and passwords that ready steps still need. */
  static List<PersonTask> openTasks(Agenda agenda, Session session) {
    List<PersonTask> open = new ArrayList<>(agenda.waits().tasks());
    for (Agenda.Ready ready : agenda.ready()) {
      for (PersonTask task : ready.secrets()) {
        if (session.answer(task).isEmpty()) {
          open.add(task);
        }
      }
    }
    return open;
  }
}
