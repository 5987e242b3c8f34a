package com.guance.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.spi.OutboxRow;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells the listeners of this node what an event of the outbox stands for, read afresh. */
final class EventTeller {

  static final String TASK = "task";
  static final String REMINDER = "reminder";
  static final String SUBSCRIPTION = "subscription";
  static final String STAFF = "staff";

  private final Ledger ledger;
  private final Decider decider;
  private final Listeners listeners;

  EventTeller(Ledger ledger, Decider decider, Listeners listeners) {
    this.ledger = ledger;
    this.decider = decider;
    this.listeners = listeners;
  }

  /** Whether somebody on this node hears such events; what a newer version tells nobody does. */
  boolean heard(String event) {
    return switch (event) {
      case STAFF -> !listeners.staff().isEmpty();
      case SUBSCRIPTION -> !listeners.subscriptions().isEmpty();
      case TASK, REMINDER, "COMPLETED", "ABANDONED" -> !listeners.progress().isEmpty();
      default -> false;
    };
  }

  /**
   * Tells all that hear it, unless it is out of date.
   *
   * @return false when it cannot be told now and may have to be later
   * @throws RuntimeException what a listener throws, and what the store does
   */
  boolean tell(OutboxRow row, JsonNode body) {
    if (body.path("e").asText().equals(STAFF)) {
      tellStaff(row, body);
      return true;
    }
    return ledger.load(row.onboarding()).map(work -> tell(row, body, work)).orElse(true);
  }

  private void tellStaff(OutboxRow row, JsonNode body) {
    String list = ledger.codec().personal(body, row.eventId()).toString();
    listeners.staff().forEach(one -> one.received(row.eventId(), list));
  }

  private boolean tell(OutboxRow row, JsonNode body, Ledger.Work work) {
    FlowState state = work.state();
    return switch (body.path("e").asText()) {
      case TASK -> task(work, body, task -> each(one -> one.taskOpened(row.eventId(), task)));
      case REMINDER -> task(work, body, task -> each(one -> one.taskReminded(row.eventId(), task)));
      case "COMPLETED" -> {
        Onboarding onboarding = Views.of(state, decider.capabilities(), work.notes().outcome());
        each(one -> one.completed(row.eventId(), onboarding));
        yield true;
      }
      case "ABANDONED" -> {
        String reason = state.abandonedBecause().orElse("withdrawn");
        each(one -> one.abandoned(row.eventId(), state.id(), reason));
        yield true;
      }
      case SUBSCRIPTION -> subscription(row, state);
      default -> true;
    };
  }

  /**
   * One that nobody can name yet waits for its instance, one of a newer version for that. What is
   * parked is told only of an instance that the partner knows; else it is told by who adopts it.
   */
  private boolean subscription(OutboxRow row, FlowState state) {
    if (state.has(FactKind.ALIAS_OF)) {
      return true; // told of the one that it belongs to
    } else if (state.has(FactKind.UNKNOWN)) {
      return false;
    }
    Optional<Subscription> now =
        new Countdown(decider.capabilities().dataKept()).subscription(state);
    now.ifPresent(
        subscription ->
            listeners
                .subscriptions()
                .forEach(one -> one.changed(row.eventId(), state.id(), subscription)));
    return now.isPresent();
  }

  private void each(Consumer<OnboardingListener> event) {
    listeners.progress().forEach(event);
  }

  /** Tells of the task as it stands; not when it has been done or its onboarding has ended. */
  private boolean task(Ledger.Work work, JsonNode body, Consumer<PersonTask> event) {
    Agenda agenda =
        decider.decide(work.state(), work.notes(), new AgendaDraft.Attendance(ledger.now(), false));
    String taskId = body.path("t").asText();
    Optional<PersonTask> open =
        agenda.open().stream().filter(task -> task.id().equals(taskId)).findFirst();
    open.ifPresent(event);
    return open.isPresent() || agenda.outcome() != Outcome.WAITING || !hidden(work, body);
  }

  /** Whether something stands before the task, which comes back when that has passed. */
  private boolean hidden(Ledger.Work work, JsonNode body) {
    FlowState state = work.state();
    return work.newer()
        || state.frozen()
        || state.claimConflicts()
        || Enums.find(Stage.class, body.path("s").asText())
            .filter(stage -> toCome(state, stage))
            .isPresent();
  }

  private boolean toCome(FlowState state, Stage stage) {
    Stages stages = new Stages(state, decider.capabilities());
    return !stages.closed(stage) && stage.compareTo(stages.current()) > 0;
  }
}
