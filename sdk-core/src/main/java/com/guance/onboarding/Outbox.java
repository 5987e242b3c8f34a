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

  /** How long a list of staff waits for a listener, wherever it may be. */
  private static final Duration LISTS_KEPT = Retention.PARKED;

  private static final String STAFF = "staff";

  private final Ledger ledger;
  private final Decider decider;
  private final Listeners listeners;

  /** Where the next call reads on; empty to begin with the oldest. */
  private volatile Optional<String> readUpTo = Optional.empty();

  Outbox(Ledger ledger, Decider decider, Listeners listeners) {
    this.ledger = ledger;
    this.decider = decider;
    this.listeners = listeners;
  }

  void opened(Commit.Builder commit, PersonTask task) {
    if (!listeners.progress().isEmpty()) {
      String body = new JsonText().text("e", "task").text("t", task.id()).end();
      commit.addOutbox(new OutboxRow("task:" + task.id(), task.onboarding(), body));
    }
  }

  void ended(Commit.Builder commit, OnboardingId id, Outcome outcome) {
    if (!listeners.progress().isEmpty()) {
      String body = new JsonText().text("e", outcome.name()).end();
      commit.addOutbox(new OutboxRow("end:" + id, id, body));
    }
  }

  void subscriptionChanged(Commit.Builder commit, OnboardingId id, String factKey) {
    if (!listeners.subscriptions().isEmpty()) {
      String body = new JsonText().text("e", "subscription").end();
      commit.addOutbox(new OutboxRow("subscription:" + id + ":" + factKey, id, body));
    }
  }

  /** A list that is sent again has the same event id: it is named after what it says. */
  void staff(Commit.Builder commit, OnboardingId id, String list) {
    if (!listeners.staff().isEmpty()) {
      String eventId = STAFF + ":" + OrderIds.digest(list);
      JsonText body = new JsonText().text("e", STAFF).text("w", ledger.now().toString());
      ledger.codec().putPersonal(body, FactCodec.read(list).toString(), eventId);
      commit.addOutbox(new OutboxRow(eventId, id, body.end()));
    }
  }

  /**
   * Delivers what is there, once each; what a listener does not take stays for the next time. Looks
   * further when the oldest are all refused, and the next call goes on from there, so that no
   * number of refused ones hides the others.
   */
  int deliver() {
    if (listeners.none()) {
      return 0;
    }
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
    boolean outlived = false;
    try {
      JsonNode body = FactCodec.read(row.body());
      outlived = outlived(body);
      String event = body.path("e").asText();
      if (event.equals(STAFF)) {
        return tellStaff(row, body) || outlived;
      }
      Optional<Ledger.Work> work = ledger.load(row.onboarding());
      if (work.isPresent()) {
        tell(row, body, work.get());
      }
      return true;
    } catch (RuntimeException failure) {
      String next = outlived ? "the list is too old to be kept" : "it is told again";
      LOG.warn("a listener failed with {}; {}", failure.getClass().getName(), next);
      return outlived;
    }
  }

  /** Whether this is a list of staff that has waited long enough for somebody to take it. */
  private boolean outlived(JsonNode body) {
    String stored = body.path("w").asText();
    return !stored.isEmpty() && Instant.parse(stored).plus(LISTS_KEPT).isBefore(ledger.now());
  }

  /** Kept where nobody takes it: another node may have the listener that it was stored for. */
  private boolean tellStaff(OutboxRow row, JsonNode body) {
    if (listeners.staff().isEmpty()) {
      return false;
    }
    String list = ledger.codec().personal(body, row.eventId()).toString();
    listeners.staff().forEach(one -> one.received(row.eventId(), list));
    return true;
  }

  private void tell(OutboxRow row, JsonNode body, Ledger.Work work) {
    FlowState state = work.state();
    Outcome outcome = work.notes().outcome();
    switch (body.path("e").asText()) {
      case "task" ->
          task(work, state, body.path("t").asText())
              .ifPresent(task -> each(one -> one.taskOpened(row.eventId(), task)));
      case "COMPLETED" -> {
        Onboarding onboarding = Views.of(state, decider.capabilities(), outcome);
        each(one -> one.completed(row.eventId(), onboarding));
      }
      case "ABANDONED" -> {
        String reason = state.abandonedBecause().orElse("withdrawn");
        each(one -> one.abandoned(row.eventId(), state.id(), reason));
      }
      case "subscription" ->
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

  private void each(java.util.function.Consumer<OnboardingListener> event) {
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
