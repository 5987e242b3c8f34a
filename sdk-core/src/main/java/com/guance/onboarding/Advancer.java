package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/** Does everything that needs nobody else, one step after the other, and tells where that led. */
final class Advancer {

  private static final String MDC_KEY = "onboardingId";

  private final Ledger ledger;
  private final Decider decider;
  private final StepRunner runner;
  private final AnswerBook answerBook;
  private final Endings endings;
  private final AliasLines aliasLines;

  Advancer(
      Ledger ledger, Decider decider, StepRunner runner, AnswerBook answerBook, Outbox outbox) {
    this.ledger = ledger;
    this.decider = decider;
    this.runner = runner;
    this.answerBook = answerBook;
    this.endings = new Endings(ledger, decider.capabilities(), outbox);
    this.aliasLines = new AliasLines(ledger, outbox);
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
    Ledger.Work work = ledger.existing(id);
    while (true) {
      Optional<OnboardingId> subscription =
          work.newer() ? Optional.empty() : AliasLines.aliasOf(work.state());
      if (subscription.isPresent()) {
        return follow(work, subscription.get(), session);
      }
      Agenda agenda = agenda(work, session);
      Optional<StepEnd> ran = runNext(work, agenda, session);
      if (ran.isEmpty() && !answerBook.take(work, agenda, session)) {
        Optional<Progress> progress = endings.finish(work, agenda, session);
        if (progress.isPresent()) {
          return progress.get();
        }
      }
      work = ran.flatMap(StepEnd::work).orElseGet(() -> ledger.existing(id));
    }
  }

  private Progress follow(Ledger.Work line, OnboardingId subscription, Session session) {
    AliasLines.HandOver became = aliasLines.handOver(line, subscription);
    if (became == AliasLines.HandOver.DONE) {
      aliasLines.park(line);
      return advance(subscription, session);
    } else if (became == AliasLines.HandOver.LEFT_TO_NEWER_VERSION) {
      return Decider.leftToNewerVersion();
    }
    aliasLines.end(line.id());
    return new Progress.Abandoned(
        line.id(), "the subscription of this line is gone", LeftBehind.of(line.state()));
  }

  private Agenda agenda(Ledger.Work work, Session session) {
    return session.foreseen(work).orElseGet(() -> decide(work, session));
  }

  private Agenda decide(Ledger.Work work, Session session) {
    return decider.decide(
        work.state(), work.notes(), new AgendaDraft.Attendance(ledger.now(), session.attended()));
  }

  /** Runs the first step that can, and those that can follow at once; empty when none can. */
  private Optional<StepEnd> runNext(Ledger.Work work, Agenda agenda, Session session) {
    for (Agenda.Ready ready : agenda.ready()) {
      String name = ready.step().name();
      if (session.rests(name)) {
        continue;
      }
      if (looksFirst(work, ready) && !session.hasLooked(name)) {
        return Optional.of(look(work, ready, session));
      }
      StepSecrets secrets = session.secrets(ready.secrets());
      boolean worthLooking = work.notes().count(name) > 0 && !session.hasLooked(name);
      if (secrets.complete() || worthLooking) {
        StepEnd end = runner.run(work, ready.step(), secrets, after -> successor(after, session));
        note(ready, session, end);
        return Optional.of(follow(end, session));
      }
    }
    return Optional.empty();
  }

  private static boolean looksFirst(Ledger.Work work, Agenda.Ready ready) {
    return work.notes().count(ready.step().name()) == 0
        && !ready.secrets().isEmpty()
        && ready.step() instanceof Step.Changing changing
        && changing.lookFirst(work.state());
  }

  /** Nobody is asked for a secret for what may be there already. */
  private StepEnd look(Ledger.Work work, Agenda.Ready ready, Session session) {
    StepEnd end =
        runner.run(work, ready.step(), StepSecrets.NONE_ASKED, after -> successor(after, session));
    if (end.secretsMissing()) {
      session.looked(ready.step().name());
    } else {
      note(ready, session, end);
    }
    return follow(end, session);
  }

  private StepEnd follow(StepEnd first, Session session) {
    StepEnd end = first;
    while (end.next().isPresent()) {
      Claims.Held held = end.next().get();
      end = runner.run(held, StepSecrets.NONE_NEEDED, after -> successor(after, session));
      note(new Agenda.Ready(held.step(), List.of()), session, end);
    }
    return end;
  }

  /**
   * The step whose intent can be stored together with the facts of the one before. Nobody is asked
   * for a secret here: what a step has brought is not to wait for a person.
   */
  private Optional<Step> successor(Ledger.Work work, Session session) {
    if (AliasLines.aliasOf(work.state()).isPresent()) {
      return Optional.empty();
    }
    Agenda agenda = decide(work, session);
    Optional<Step> next = Optional.empty();
    for (Agenda.Ready ready : agenda.ready()) {
      if (!session.rests(ready.step().name())) {
        next = ready.secrets().isEmpty() ? Optional.of(ready.step()) : Optional.empty();
        break;
      }
    }
    if (next.isEmpty()) {
      session.foresee(work, agenda);
    }
    return next;
  }

  private static void note(Agenda.Ready ready, Session session, StepEnd end) {
    if (end.rests()) {
      session.rest(ready.step().name());
    }
    end.until().ifPresent(session::waitUntil);
    end.failure().ifPresent(failure -> session.refuse(ready.secrets(), failure));
  }
}
