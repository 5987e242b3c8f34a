package com.guance.onboarding;

import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one call of {@code advance} remembers: who was asked, what was tried, what is in the way.
 */
final class Session {

  private final Answers answers;
  private final Map<String, Optional<Map<String, Secret>>> given = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> corrected = new HashSet<>();
  private int codesUsedUp;
  private final Set<String> resting = new HashSet<>();
  private final Set<String> looked = new HashSet<>();
  private Optional<Instant> notBefore = Optional.empty();
  private Optional<Foreseen> foreseen = Optional.empty();

  /** What was going to be next before it was stored what a step has brought. */
  private record Foreseen(FlowState state, Notes notes, Agenda agenda) {

    boolean isOf(Ledger.Work work) {
      return work.state() == state && work.notes() == notes;
    }
  }

  Session(Answers answers) {
    this.answers = answers;
  }

  boolean attended() {
    return answers != Answers.none();
  }

  /**
   * Asks once; what was refused in this call is not offered again. Nor is a value that was replaced
   * in this call and refused again, or a code after two that were of no use: whoever has another
   * answer each time would be asked without end, and each code is an e-mail.
   */
  Optional<Map<String, Secret>> answer(PersonTask task) {
    if (refused.contains(task.id()) || askedEnough(task)) {
      return Optional.empty();
    }
    return given
        .computeIfAbsent(
            task.id(),
            id ->
                Objects.requireNonNull(
                    answers.to(task), "Answers.to gave null; let it give Optional.empty()"))
        .map(values -> checked(task, values));
  }

  private boolean askedEnough(PersonTask task) {
    return switch (task.kind()) {
      case CORRECT -> corrected.contains(task.inputs().get(0).name());
      case ENTER_CODE -> codesUsedUp > 1;
      default -> false;
    };
  }

  private static Map<String, Secret> checked(PersonTask task, Map<String, Secret> values) {
    FilledForm.check(task, values);
    return values;
  }

  /** Notes that an answer is stored: it is not offered again. */
  void taken(PersonTask task) {
    refused.add(task.id());
    if (task.kind() == TaskKind.CORRECT) {
      corrected.add(task.inputs().get(0).name());
    }
  }

  /** Notes which answers to a step's secrets a failure has refused. */
  void refuse(List<PersonTask> secrets, Failures.Failure failure) {
    for (PersonTask task : secrets) {
      if (task.inputs().stream().anyMatch(input -> failure.refused(input.name()))) {
        refused.add(task.id());
      }
    }
    if (failure.codeUsedUp()) {
      codesUsedUp++;
    }
  }

  /** The answers to all of a step's secrets, as far as they are given. */
  StepSecrets secrets(List<PersonTask> tasks) {
    if (tasks.isEmpty()) {
      return StepSecrets.NONE_NEEDED;
    }
    Map<String, Map<String, Secret>> secrets = new HashMap<>();
    for (PersonTask task : tasks) {
      answer(task).ifPresent(values -> secrets.put(task.id(), values));
    }
    return new StepSecrets(secrets, secrets.size() == tasks.size());
  }

  /** The tasks of the stages, and the codes and passwords that ready steps still need. */
  List<PersonTask> open(Agenda agenda) {
    List<PersonTask> open = new ArrayList<>(agenda.waits().tasks());
    for (Agenda.Ready ready : agenda.ready()) {
      for (PersonTask task : ready.secrets()) {
        if (answer(task).isEmpty()) {
          open.add(task);
        }
      }
    }
    return open;
  }

  /** A step that is not tried again in this call. */
  void rest(String step) {
    resting.add(step);
  }

  /** Notes that a step has looked in this call and found nothing. */
  void looked(String step) {
    looked.add(step);
  }

  boolean hasLooked(String step) {
    return looked.contains(step);
  }

  boolean rests(String step) {
    return resting.contains(step);
  }

  /** Notes what is next once this work is stored, when nothing else is done before. */
  void foresee(Ledger.Work work, Agenda agenda) {
    foreseen = Optional.of(new Foreseen(work.state(), work.notes(), agenda));
  }

  /** What was foreseen of this very work; told once, for whatever is done next may change it. */
  Optional<Agenda> foreseen(Ledger.Work work) {
    Optional<Agenda> agenda = foreseen.filter(it -> it.isOf(work)).map(Foreseen::agenda);
    foreseen = Optional.empty();
    return agenda;
  }

  void waitUntil(Instant at) {
    notBefore = Reminders.earlier(notBefore, Optional.of(at));
  }

  Optional<Instant> notBefore(Optional<Instant> other) {
    return Reminders.earlier(notBefore, other);
  }
}
