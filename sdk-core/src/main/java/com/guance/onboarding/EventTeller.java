package com.guance.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
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
   * Tells all that hear it.
   *
   * @throws RuntimeException what a listener throws, and what the store does
   */
  void tell(OutboxRow row, JsonNode body) {
    if (body.path("e").asText().equals(STAFF)) {
      tellStaff(row, body);
    } else {
      ledger.load(row.onboarding()).ifPresent(work -> tell(row, body, work));
    }
  }

  private void tellStaff(OutboxRow row, JsonNode body) {
    String list = ledger.codec().personal(body, row.eventId()).toString();
    listeners.staff().forEach(one -> one.received(row.eventId(), list));
  }

  private void tell(OutboxRow row, JsonNode body, Ledger.Work work) {
    FlowState state = work.state();
    Outcome outcome = work.notes().outcome();
    switch (body.path("e").asText()) {
      case TASK ->
          task(work, state, body.path("t").asText())
              .ifPresent(task -> each(one -> one.taskOpened(row.eventId(), task)));
      case REMINDER ->
          task(work, state, body.path("t").asText())
              .ifPresent(task -> each(one -> one.taskReminded(row.eventId(), task)));
      case "COMPLETED" -> {
        Onboarding onboarding = Views.of(state, decider.capabilities(), outcome);
        each(one -> one.completed(row.eventId(), onboarding));
      }
      case "ABANDONED" -> {
        String reason = state.abandonedBecause().orElse("withdrawn");
        each(one -> one.abandoned(row.eventId(), state.id(), reason));
      }
      case SUBSCRIPTION ->
          new Countdown(decider.capabilities().dataKept())
              .subscription(state)
              .filter(now -> !state.has(FactKind.ALIAS_OF)) // told of the line it belongs to
              .ifPresent(
                  now ->
                      listeners
                          .subscriptions()
                          .forEach(one -> one.changed(row.eventId(), state.id(), now)));
      default -> {}
    }
  }

  private void each(Consumer<OnboardingListener> event) {
    listeners.progress().forEach(event);
  }

  /** The task as it stands; empty when it has been done in the meantime. */
  private Optional<PersonTask> task(Ledger.Work work, FlowState state, String taskId) {
    Agenda agenda =
        decider.decide(state, work.notes(), new AgendaDraft.Attendance(ledger.now(), false));
    return agenda.open().stream().filter(task -> task.id().equals(taskId)).findFirst();
  }
}
