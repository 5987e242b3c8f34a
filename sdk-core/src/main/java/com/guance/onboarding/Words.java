package com.guance.onboarding;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the word of a person that a task is done. */
final class Words {

  private static final String OPERATION = "record";
  private static final String TASK = "taskId";

  private final Ledger ledger;
  private final Decider decider;
  private final AnswerBook answerBook;

  Words(Ledger ledger, Decider decider, AnswerBook answerBook) {
    this.ledger = ledger;
    this.decider = decider;
    this.answerBook = answerBook;
  }

  /** What a word says that is new; what a newer version has written is not judged. */
  List<Observed> facts(Ledger.Work work, Fact.Confirmed word) {
    if (!word.taskId().startsWith(work.id() + ".")) {
      throw unknown();
    }
    Map<Field, String> answers = answers(word);
    if (!work.newer()) {
      requireTask(work, word);
    }
    Optional<String> abandoned = Late.abandoned(work);
    if (abandoned.isPresent()) {
      AnswerBook.requireNothingNew(work, answers, OPERATION, abandoned.get());
      if (work.state().confirmed(word.taskId()).isEmpty()) {
        throw Late.refused(OPERATION, TASK, abandoned.get());
      }
      return List.of(); // it was said in time, and is said again
    }
    List<Observed> facts = answerBook.told(work, answers, word.taskId());
    Late.requireNone(work, facts, OPERATION, Late.ended(work));
    facts.add(answerBook.confirmed(work, word.taskId()));
    return facts;
  }

  private static Map<Field, String> answers(Fact.Confirmed word) {
    Map<Field, String> answers = new LinkedHashMap<>();
    word.values()
        .forEach(
            (name, value) -> {
              Field field = AnswerBook.field(name);
              answers.put(field, field.check(value));
            });
    return answers;
  }

  /**
   * A task that somebody was given, that was confirmed before, or that is open now although nobody
   * has been told of it yet. One that asks for answers is not done without them.
   */
  private void requireTask(Ledger.Work work, Fact.Confirmed word) {
    String id = word.taskId();
    Optional<PersonTask> open =
        decider
            .decide(work.state(), work.notes(), new AgendaDraft.Attendance(ledger.now(), false))
            .open()
            .stream()
            .filter(task -> task.id().equals(id))
            .findFirst();
    if (open.isEmpty() && !work.notes().handedOut(id) && work.state().confirmed(id).isEmpty()) {
      throw unknown();
    }
    open.filter(task -> Tasks.asksForAnswers(task.kind()))
        .ifPresent(task -> FilledForm.requireAnswers(task, word.values().keySet()));
  }

  private static InvalidInputException unknown() {
    return new InvalidInputException(TASK, "must be a task that this onboarding has handed out");
  }
}
