package com.guance.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps events until the listeners have taken them. An event holds no more than ids; what the
 * listener gets is read afresh, so that nothing personal is stored twice. Lists of staff are the
 * exception: they are no facts, so they travel in the event itself, sealed.
 */
final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int BATCH = 100;
  private static final int BATCHES_AT_ONCE = 16;

  /** How long what nobody hears waits for a listener, wherever it may be. */
  private static final Duration KEPT = Retention.PARKED;

  private static final Duration PRUNE_EVERY = Duration.ofHours(1);

  private static final String TASK = "task";
  private static final String REMINDER = "reminder";
  private static final String SUBSCRIPTION = "subscription";
  private static final String STAFF = "staff";

  private final Ledger ledger;
  private final Decider decider;
  private final Listeners listeners;
  private final Reminders reminders;

  /** Where the next call reads on; empty to begin with the oldest. */
  private volatile Optional<String> readUpTo = Optional.empty();

  /** When a node that hears nothing looks for what nobody has taken. */
  private volatile Instant nextPruning = Instant.MIN;

  Outbox(Ledger ledger, Decider decider, Listeners listeners, Reminders reminders) {
    this.ledger = ledger;
    this.decider = decider;
    this.listeners = listeners;
    this.reminders = reminders;
  }

  Reminders reminders() {
    return reminders;
  }

  void opened(Commit.Builder commit, PersonTask task) {
    if (!listeners.progress().isEmpty()) {
      String body = event(TASK).text("t", task.id()).end();
      commit.addOutbox(new OutboxRow("task:" + task.id(), task.onboarding(), body));
    }
  }

  /** Stored in any case: the node that comes by may not be the one that hears it. */
  void reminded(Commit.Builder commit, Reminders.Due due) {
    PersonTask task = due.task();
    String body = event(REMINDER).text("t", task.id()).end();
    String eventId = "remind:" + task.id() + ":" + due.since().toEpochMilli();
    commit.addOutbox(new OutboxRow(eventId, task.onboarding(), body));
  }

  void ended(Commit.Builder commit, OnboardingId id, Outcome outcome) {
    if (!listeners.progress().isEmpty()) {
      String body = event(outcome.name()).end();
      commit.addOutbox(new OutboxRow("end:" + id, id, body));
    }
  }

  void subscriptionChanged(Commit.Builder commit, OnboardingId id, String factKey) {
    if (!listeners.subscriptions().isEmpty()) {
      String body = event(SUBSCRIPTION).end();
      commit.addOutbox(new OutboxRow("subscription:" + id + ":" + factKey, id, body));
    }
  }

  /** A list that is sent again has the same event id: it is named after what it says. */
  void staff(Commit.Builder commit, OnboardingId id, String list) {
    if (!listeners.staff().isEmpty()) {
      String eventId = STAFF + ":" + OrderIds.digest(list);
      JsonText body = event(STAFF);
      ledger.codec().putPersonal(body, FactCodec.read(list).toString(), eventId);
      commit.addOutbox(new OutboxRow(eventId, id, body.end()));
    }
  }

  private JsonText event(String what) {
    return new JsonText().text("e", what).text("w", ledger.now().toString());
  }

  /**
   * Delivers what is there, once each; what a listener does not take stays for the next time. Looks
   * further when the oldest are all refused, and the next call goes on from there, so that no
   * number of refused ones hides the others.
   */
  int deliver() {
    return listeners.none() ? 0 : readOn();
  }

  /** Delivers; where nobody hears anything, removes now and then what has waited for too long. */
  void deliverOrPrune() {
    Instant now = ledger.now();
    if (!listeners.none()) {
      readOn();
    } else if (!now.isBefore(nextPruning)) {
      nextPruning = now.plus(PRUNE_EVERY);
      readOn();
    }
  }

  private int readOn() {
    Optional<String> last = readUpTo;
    for (int i = 0; i < BATCHES_AT_ONCE; i++) {
      List<OutboxRow> rows = batch(last);
      int taken = deliver(rows);
      if (taken > 0 || rows.size() < BATCH) {
        readUpTo = Optional.empty();
        return taken;
      }
      last = Optional.of(rows.get(rows.size() - 1).eventId());
    }
    readUpTo = last;
    return 0;
  }

  private List<OutboxRow> batch(Optional<String> last) {
    return last.isPresent()
        ? ledger.store().outboxAfter(last.get(), BATCH)
        : ledger.store().outbox(BATCH);
  }

  private int deliver(List<OutboxRow> rows) {
    Set<String> taken = new LinkedHashSet<>();
    for (OutboxRow row : rows) {
      if (deliver(row)) {
        taken.add(row.eventId());
      }
    }
    if (!taken.isEmpty()) {
      ledger.commit(Commit.builder().now(ledger.now()).delivered(taken));
    }
    return taken.size();
  }

  private boolean deliver(OutboxRow row) {
    boolean lastChance = false;
    try {
      JsonNode body = FactCodec.read(row.body());
      String event = body.path("e").asText();
      if (!heard(event)) {
        return outlived(body); // another node may hear it
      }
      if (event.equals(STAFF)) {
        lastChance = outlived(body);
        tellStaff(row, body);
        return true;
      }
      ledger.load(row.onboarding()).ifPresent(work -> tell(row, body, work));
      return true;
    } catch (RuntimeException failure) {
      String next = lastChance ? "the list is too old to be kept" : "it is told again";
      LOG.warn("a listener failed with {}; {}", failure.getClass().getName(), next);
      return lastChance;
    }
  }

  /** Whether somebody on this node hears such events; what a newer version tells nobody does. */
  private boolean heard(String event) {
    return switch (event) {
      case STAFF -> !listeners.staff().isEmpty();
      case SUBSCRIPTION -> !listeners.subscriptions().isEmpty();
      case TASK, REMINDER, "COMPLETED", "ABANDONED" -> !listeners.progress().isEmpty();
      default -> false;
    };
  }

  /** Whether this has waited long enough for somebody to take it. */
  private boolean outlived(JsonNode body) {
    String stored = body.path("w").asText();
    return !stored.isEmpty() && Instant.parse(stored).plus(KEPT).isBefore(ledger.now());
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
    List<PersonTask> open = new ArrayList<>(agenda.waits().tasks());
    agenda.ready().forEach(ready -> open.addAll(ready.secrets()));
    return open.stream().filter(task -> task.id().equals(taskId)).findFirst();
  }
}
