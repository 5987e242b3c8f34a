package com.guance.onboarding;

import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is stored and told when an onboarding has ended, or when nothing in it can run now. */
final class Endings {

  private final Ledger ledger;
  private final Capabilities capabilities;
  private final Outbox outbox;

  Endings(Ledger ledger, Capabilities capabilities, Outbox outbox) {
    this.ledger = ledger;
    this.capabilities = capabilities;
    this.outbox = outbox;
  }

  /** Saves where it stands and tells it; empty when somebody was faster, to read again. */
  Optional<Progress> finish(Ledger.Work work, Agenda agenda, Session session) {
    if (agenda.outcome() == Outcome.WAITING) {
      return waiting(work, agenda, session);
    }
    FlowState state = work.state();
    return ended(work, agenda.outcome())
        .map(
            first ->
                agenda.outcome() == Outcome.COMPLETED
                    ? completed(state, first)
                    : abandoned(state, agenda));
  }

  /** Saves the end once; the value tells whether this call was the first, empty to read again. */
  private Optional<Boolean> ended(Ledger.Work work, Outcome outcome) {
    boolean already = work.notes().outcome() == outcome;
    if (already && work.dueAt().isEmpty()) {
      return Optional.of(false);
    }
    work.notes().outcome(outcome);
    work.notes().keepTold(List.of());
    Ledger.Change change = ledger.change(work, Optional.empty());
    if (!already) {
      outbox.ended(change.commit(), work.id(), outcome);
    }
    return ledger.save(change).stored() ? Optional.of(!already) : Optional.empty();
  }

  private Progress completed(FlowState state, boolean first) {
    return new Progress.Completed(Views.of(state, capabilities, Outcome.COMPLETED), first);
  }

  private static Progress abandoned(FlowState state, Agenda agenda) {
    return new Progress.Abandoned(
        state.id(), agenda.reason().orElse("withdrawn"), LeftBehind.of(state));
  }

  private Optional<Progress> waiting(Ledger.Work work, Agenda agenda, Session session) {
    List<PersonTask> open = session.open(agenda);
    List<PersonTask> marked = new ArrayList<>(open.size());
    boolean changed = false;
    for (PersonTask task : open) {
      boolean first = !work.notes().handedOut(task.id());
      marked.add(task.withFirstTime(first));
      changed |= first;
    }
    Reminders.Round round = outbox.reminders().round(work.notes(), agenda, open, ledger.now());
    changed |= round.noted();
    Optional<Instant> notBefore =
        Reminders.earlier(session.notBefore(agenda.waits().notBefore()), round.next());
    Progress.Waiting progress =
        new Progress.Waiting(marked, agenda.waits().events(), notBefore, agenda.waits().problem());
    changed |= work.notes().waits(Turns.name(progress), ledger.now());
    if (!work.newer() && (changed || !notBefore.equals(work.dueAt()))) {
      for (PersonTask task : open) {
        work.notes().handOut(task.id());
      }
      Ledger.Change change = ledger.change(work, notBefore);
      for (PersonTask task : marked) {
        if (task.firstTime()) {
          outbox.opened(change.commit(), task);
        }
      }
      for (Reminders.Due due : round.due()) {
        outbox.reminded(change.commit(), due);
      }
      if (!ledger.save(change).stored()) {
        return Optional.empty();
      }
    }
    return Optional.of(progress);
  }
}
