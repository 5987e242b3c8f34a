package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects an agenda while the plans of the stages are gone through. */
final class AgendaDraft {

  private final FlowState state;
  private final Notes notes;
  private final Instant now;
  private final boolean attended;
  private final Tasks tasks;
  private final List<Agenda.Ready> ready = new ArrayList<>(2);
  private final List<PersonTask> open = new ArrayList<>(4);
  private final List<PersonTask> resting = new ArrayList<>(2);
  private final Set<String> events = new TreeSet<>();
  private Optional<Instant> notBefore = Optional.empty();
  private Optional<Problem> problem = Optional.empty();
  private Optional<Problem> unknownOrder = Optional.empty();

  AgendaDraft(FlowState state, Notes notes, Tasks tasks, Attendance attendance) {
    this.state = state;
    this.notes = notes;
    this.tasks = tasks;
    this.now = attendance.now();
    this.attended = attendance.attended();
  }

  /**
   * When this is, and whether somebody is there to answer.
   *
   * @param now the time
   * @param attended whether answers are at hand
   */
  record Attendance(Instant now, boolean attended) {}

  FlowState state() {
    return state;
  }

  Tasks tasks() {
    return tasks;
  }

  Instant now() {
    return now;
  }

  boolean attended() {
    return attended;
  }

  void step(Step step) {
    if (due(step)) {
      stepAtOnce(step);
    } else {
      waitUntil(notes.notBefore(step.name()));
      resting.addAll(secrets(step));
    }
  }

  /** Lets the order be read; that nobody knows it is a problem, if no other stands in the way. */
  void order(Step step) {
    step(step);
    unknownOrder = notes.orderUnknownSince().map(since -> UnknownOrder.problem(since, now));
  }

  /** Whether it makes sense to try it at once. */
  boolean due(Step step) {
    return !notes.notBefore(step.name()).isAfter(now);
  }

  /** However lately it was tried: something has happened since. */
  void stepAtOnce(Step step) {
    ready.add(new Agenda.Ready(step, secrets(step)));
  }

  private List<PersonTask> secrets(Step step) {
    return step instanceof Step.Changing changing ? changing.secrets(state, tasks) : List.of();
  }

  void task(PersonTask task) {
    open.add(task);
  }

  void event(String name) {
    events.add(name);
  }

  void problem(Problem value) {
    if (problem.isEmpty()) {
      problem = Optional.of(value);
    }
  }

  void waitUntil(Instant at) {
    notBefore = Reminders.earlier(notBefore, Optional.of(at));
  }

  /** Whether the answers are all there; what is missing or refused becomes a task. */
  boolean have(Stage stage, Collection<Field> fields) {
    List<Field> missing = new ArrayList<>();
    boolean complete = true;
    for (Field field : fields) {
      Optional<Observed> refused = state.answers().refusal(field);
      if (refused.isPresent()) {
        Observed refusal = refused.get();
        Optional<Field> choice = choiceBeside(field);
        task(tasks.correct(stage, field, refusal, choice));
        problem(refusalProblem(field, refusal, choice));
        complete = false;
      } else if (state.answers().of(field).isEmpty()) {
        missing.add(field);
      }
    }
    if (!missing.isEmpty()) {
      task(tasks.details(stage, missing));
      complete = false;
    }
    return complete;
  }

  /** The choice that would go another way, as long as it has been made and can be replaced. */
  private Optional<Field> choiceBeside(Field field) {
    return Forms.choiceOf(field)
        .filter(choice -> state.answers().of(choice).isPresent() && !notes.used().contains(choice))
        .filter(choice -> choice != Field.WORKSPACE_CHOICE || Billing.workspaceIsChosen(state));
  }

  private static Problem refusalProblem(Field field, Observed refusal, Optional<Field> choice) {
    return new Problem(
        refusal.value(Detail.CODE).orElse("REFUSED"),
        new Problem.What(Optional.of(field.path()), Tasks.rule(refusal)),
        Problem.Mender.BUYER,
        (Tasks.offered(refusal).isEmpty() ? "Give another value for " : "Choose one offered for ")
            + field.path()
            + choice.map(other -> ", or another " + other.path()).orElse("")
            + ".");
  }

  Agenda build() {
    Optional<Problem> standing =
        problem
            .or(() -> notes.problem().filter(this::stands).filter(this::outweighs))
            .or(() -> unknownOrder);
    return new Agenda(
        Outcome.WAITING,
        Optional.empty(),
        List.copyOf(ready),
        new Agenda.Waits(
            List.copyOf(open), Set.copyOf(events), notBefore, standing, List.copyOf(resting)));
  }

  /** A call that did not get through says less than that the order is not known. */
  private boolean outweighs(Problem last) {
    return unknownOrder.isEmpty() || !last.passes();
  }

  /** A refused value that has been replaced is no problem any more. */
  private boolean stands(Problem last) {
    return last.field()
        .flatMap(Field::of)
        .map(state.answers()::refusal)
        .map(Optional::isPresent)
        .orElse(true);
  }
}
