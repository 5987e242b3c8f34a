package com.guance.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps events until the listeners have taken them. An event holds no more than ids and a stage;
 * what the listener gets is read afresh, so that nothing personal is stored twice. Lists of staff
 * are the exception: they are no facts, so they travel in the event itself, sealed.
 */
final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int BATCH = 100;
  private static final int BATCHES_AT_ONCE = 16;

  /** A listener whose server is down takes its time to say so, and the caller waits for it. */
  private static final int FAILURES_AT_ONCE = 3;

  /** What cannot be told yet had to be read to find that out. */
  private static final int KEPT_AT_ONCE = 50;

  /** How long what nobody hears, or what cannot be told yet, waits. */
  private static final Duration KEPT = Retention.PARKED;

  private static final Duration PRUNE_EVERY = Duration.ofHours(1);

  private final Ledger ledger;
  private final Listeners listeners;
  private final EventTeller teller;
  private final Reminders reminders;

  private final TellingTurn turn = new TellingTurn();

  /** Where the next call reads on; empty to begin with the oldest. Of whoever has the turn. */
  private Optional<String> readUpTo = Optional.empty();

  /** When a node that hears nothing looks for what nobody has taken. Of whoever has the turn. */
  private Instant nextPruning = Instant.MIN;

  Outbox(Ledger ledger, Decider decider, Listeners listeners, Reminders reminders) {
    this.ledger = ledger;
    this.listeners = listeners;
    this.teller = new EventTeller(ledger, decider, listeners);
    this.reminders = reminders;
  }

  Reminders reminders() {
    return reminders;
  }

  void opened(Commit.Builder commit, PersonTask task) {
    if (!listeners.progress().isEmpty()) {
      String body = event(EventTeller.TASK, task);
      commit.addOutbox(new OutboxRow("task:" + task.id(), task.onboarding(), body));
    }
  }

  /** Stored in any case: the node that comes by may not be the one that hears it. */
  void reminded(Commit.Builder commit, Reminders.Due due) {
    PersonTask task = due.task();
    String body = event(EventTeller.REMINDER, task);
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
      String body = event(EventTeller.SUBSCRIPTION).end();
      commit.addOutbox(new OutboxRow("subscription:" + id + ":" + factKey, id, body));
    }
  }

  /** A list that is sent again has the same event id: it is named after what it says. */
  void staff(Commit.Builder commit, OnboardingId id, String list) {
    if (!listeners.staff().isEmpty()) {
      String eventId = EventTeller.STAFF + ":" + ledger.codec().name(EventTeller.STAFF, list);
      JsonText body = event(EventTeller.STAFF);
      ledger.codec().putPersonal(body, FactCodec.read(list).toString(), eventId);
      commit.addOutbox(new OutboxRow(eventId, id, body.end()));
    }
  }

  private String event(String what, PersonTask task) {
    return event(what).text("t", task.id()).text("s", task.stage().name()).end();
  }

  private JsonText event(String what) {
    return new JsonText().text("e", what).text("w", ledger.now().toString());
  }

  /** Says that this thread will deliver when it has done what it is about to do. */
  void coming() {
    turn.coming();
  }

  /**
   * Delivers the first hundred events of which a listener takes any, unless another thread is at
   * it: that one goes on until it has delivered these, too. What a listener does not take stays for
   * the next time. Looks further when nobody hears the oldest, and ends when listeners have failed
   * a few times, because each may have cost the caller a time-out, or when it has read a number of
   * onboardings whose events cannot be told yet. The next call goes on from there, so that no
   * number of such events hides the others.
   */
  void deliver() {
    turn.comeBy(this::tellOnce);
  }

  /** Delivers; where nobody hears anything, removes now and then what has waited for too long. */
  void deliverOrPrune() {
    deliver();
    if (listeners.none()) {
      turn.alone(this::prune);
    }
  }

  private TellingTurn.Told tellOnce() {
    if (listeners.none()) {
      return TellingTurn.Told.ALL;
    }
    Reading reading = readOn();
    if (reading.failures >= FAILURES_AT_ONCE) {
      return TellingTurn.Told.FAILED;
    }
    return reading.done ? TellingTurn.Told.ALL : TellingTurn.Told.SOME;
  }

  private boolean prune() {
    Instant now = ledger.now();
    boolean more = !now.isBefore(nextPruning);
    if (more) {
      nextPruning = now.plus(PRUNE_EVERY);
    }
    while (more) {
      more = readOn().taken;
    }
    return true;
  }

  /** One way through the events. */
  private static final class Reading {

    private Optional<String> last;
    private int failures;
    private int kept;

    /** Whether some of the last events that were offered are done with. */
    private boolean taken;

    /** Whether there is nothing behind the last event that was offered. */
    private boolean done;

    Reading(Optional<String> last) {
      this.last = last;
    }

    boolean ends() {
      return failures >= FAILURES_AT_ONCE || kept >= KEPT_AT_ONCE;
    }
  }

  /** Reads to the first events that are taken, or to the end. */
  private Reading readOn() {
    Reading reading = new Reading(readUpTo);
    for (int i = 0; i < BATCHES_AT_ONCE && !reading.ends(); i++) {
      List<OutboxRow> rows = batch(reading.last);
      reading.taken = offer(rows, reading);
      reading.done = rows.size() < BATCH && !reading.ends();
      if ((reading.taken && !reading.ends()) || reading.done) {
        readUpTo = Optional.empty();
        return reading;
      }
    }
    readUpTo = reading.last;
    return reading;
  }

  private List<OutboxRow> batch(Optional<String> last) {
    return last.isPresent()
        ? ledger.store().outboxAfter(last.get(), BATCH)
        : ledger.store().outbox(BATCH);
  }

  /** Offers these in turn; true when some of them are done with. */
  private boolean offer(List<OutboxRow> rows, Reading reading) {
    Set<String> taken = new LinkedHashSet<>();
    for (OutboxRow row : rows) {
      if (reading.ends()) {
        break;
      }
      reading.last = Optional.of(row.eventId());
      if (offer(row, reading)) {
        taken.add(row.eventId());
      }
    }
    if (!taken.isEmpty()) {
      ledger.commit(Commit.builder().now(ledger.now()).delivered(taken));
    }
    return !taken.isEmpty();
  }

  private boolean offer(OutboxRow row, Reading reading) {
    boolean lastChance = false;
    try {
      JsonNode body = FactCodec.read(row.body());
      String event = body.path("e").asText();
      if (!teller.heard(event)) {
        return outlived(body); // another node may hear it
      }
      lastChance = event.equals(EventTeller.STAFF) && outlived(body);
      if (teller.tell(row, body)) {
        return true;
      }
      reading.kept++;
      return outlived(body);
    } catch (RuntimeException failure) {
      reading.failures++;
      String next = lastChance ? "the list is too old to be kept" : "it is told again";
      LOG.warn("a listener failed with {}; {}", failure.getClass().getName(), next);
      return lastChance;
    }
  }

  /** Whether this has waited long enough for somebody to take it. */
  private boolean outlived(JsonNode body) {
    String stored = body.path("w").asText();
    return !stored.isEmpty() && Instant.parse(stored).plus(KEPT).isBefore(ledger.now());
  }
}
