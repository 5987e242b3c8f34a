package com.guance.onboarding;

import com.guance.onboarding.domain.PersonTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When people are told of their open tasks again. The times are notes of the onboarding, so that a
 * task is told of once in an interval by whichever node comes by first.
 */
final class Reminders {

  private final Optional<Duration> interval;

  Reminders(Optional<Duration> interval) {
    this.interval = interval;
  }

  /**
   * A look at the open tasks.
   *
   * @param due what is told again now
   * @param next when the next one is due
   * @param noted whether the notes have changed
   */
  record Round(List<Due> due, Optional<Instant> next, boolean noted) {

    private static final Round NONE = new Round(List.of(), Optional.empty(), false);
  }

  /**
   * A task that has been open for an interval.
   *
   * @param task the task
   * @param since when it was due; the same on every node
   */
  record Due(PersonTask task, Instant since) {}

  /**
   * Notes what is told now and forgets what is done. A task that somebody has just answered in vain
   * is not handed out by this call, but keeps its time.
   *
   * @param open what this call hands out
   */
  Round round(Notes notes, Agenda agenda, List<PersonTask> open, Instant now) {
    if (interval.isEmpty()) {
      return Round.NONE;
    }
    boolean noted = notes.keepTold(agenda.open().stream().map(PersonTask::id).toList());
    List<Due> due = new ArrayList<>();
    Optional<Instant> next = Optional.empty();
    for (PersonTask task : open) {
      Optional<Instant> again = notes.told(task.id()).map(told -> told.plus(interval.get()));
      if (again.filter(at -> at.isAfter(now)).isEmpty()) {
        again.ifPresent(at -> due.add(new Due(task, at)));
        notes.tell(task.id(), now);
        noted = true;
        again = Optional.of(now.plus(interval.get()));
      }
      next = earlier(next, again);
    }
    return new Round(due, next, noted);
  }

  /** The earlier of two times, as far as there are any. */
  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.map(at -> other.filter(it -> it.isBefore(at)).orElse(at)).or(() -> other);
  }
}
