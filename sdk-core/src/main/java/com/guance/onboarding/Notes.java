package com.guance.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the flow has to remember besides the facts: which tasks it handed out, how often a step was
 * tried, which answers were used, the last problem. Mutable; one copy for each working call.
 */
final class Notes {

  /** Raised when a change cannot be read by an older version. */
  static final int FORMAT = 1;

  private static final int USUAL_LENGTH = 384;

  private final Map<String, Tries> tries = new LinkedHashMap<>();
  private final Set<String> handedOut = new LinkedHashSet<>();
  private final Map<String, Instant> told = new LinkedHashMap<>();
  private final Set<Field> used = EnumSet.noneOf(Field.class);
  private Outcome outcome = Outcome.WAITING;
  private Optional<Problem> problem = Optional.empty();
  private Optional<SnapshotRow> newer = Optional.empty();
  private Optional<Wait> wait = Optional.empty();
  private Optional<Instant> orderUnknownSince = Optional.empty();

  /**
   * What is waited for.
   *
   * @param name tells it from other things that are waited for
   * @param since since when
   */
  private record Wait(String name, Instant since) {}

  /**
   * How often a step was tried.
   *
   * @param count tries that may have had an effect or failed
   * @param notBefore when the next makes sense
   */
  record Tries(int count, Instant notBefore) {}

  static Notes fresh() {
    return new Notes();
  }

  int count(String step) {
    Tries value = tries.get(step);
    return value == null ? 0 : value.count();
  }

  /** How often each step that is not done yet was tried. */
  Map<String, Integer> tries() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    tries.forEach((step, value) -> counts.put(step, value.count()));
    return counts;
  }

  Instant notBefore(String step) {
    Tries value = tries.get(step);
    return value == null ? Instant.MIN : value.notBefore();
  }

  void tried(String step, Instant notBefore) {
    tries.put(step, new Tries(count(step) + 1, notBefore));
  }

  void wait(String step, Instant notBefore) {
    tries.put(step, new Tries(count(step), notBefore));
  }

  void succeeded(String step) {
    tries.remove(step);
  }

  boolean handedOut(String taskId) {
    return handedOut.contains(taskId);
  }

  void handOut(String taskId) {
    handedOut.add(taskId);
  }

  /** When somebody was last told of an open task, where people are reminded. */
  Optional<Instant> told(String taskId) {
    return Optional.ofNullable(told.get(taskId));
  }

  void tell(String taskId, Instant now) {
    told.put(taskId, now);
  }

  /** Forgets when others than these were told of; false when there was nothing to forget. */
  boolean keepTold(Collection<String> taskIds) {
    return told.keySet().retainAll(Set.copyOf(taskIds));
  }

  Set<Field> used() {
    return used;
  }

  Outcome outcome() {
    return outcome;
  }

  /** The outcome for the row; what a newer version has put there stays. */
  String outcomeName() {
    return newer.map(SnapshotRow::outcome).orElse(outcome.name());
  }

  void outcome(Outcome value) {
    this.outcome = value;
  }

  Optional<Problem> problem() {
    return problem;
  }

  void problem(Optional<Problem> value) {
    this.problem = value;
  }

  /** Notes what is waited for from now on; false when it is the same as before. */
  boolean waits(String name, Instant now) {
    if (wait.filter(same -> same.name().equals(name)).isPresent()) {
      return false;
    }
    wait = Optional.of(new Wait(name, now));
    return true;
  }

  /** Since when a thing is waited for; empty when something else was, the last time. */
  Optional<Instant> waitingSince(String name) {
    return wait.filter(same -> same.name().equals(name)).map(Wait::since);
  }

  /** Notes that nobody knows the order; what failed before it could be asked for is over. */
  void orderUnknown(Instant now) {
    orderUnknownSince = orderUnknownSince.or(() -> Optional.of(now));
    problem = problem.filter(other -> other.mender() == Problem.Mender.BUYER);
  }

  /** Since when the order is looked for in vain. */
  Optional<Instant> orderUnknownSince() {
    return orderUnknownSince;
  }

  /** Whether a newer version has written this and it must be left alone. */
  boolean newer() {
    return newer.isPresent();
  }

  /** What a newer version has written goes back as it came. */
  String encode() {
    return newer.map(SnapshotRow::body).orElseGet(this::json);
  }

  private String json() {
    JsonText json = new JsonText(USUAL_LENGTH).number("f", FORMAT).text("o", outcome.name());
    if (!tries.isEmpty()) {
      json.open("t");
      for (Map.Entry<String, Tries> step : tries.entrySet()) {
        Tries value = step.getValue();
        json.numbers(step.getKey(), value.count(), millis(value.notBefore()));
      }
      json.close();
    }
    if (!handedOut.isEmpty()) {
      json.texts("h", handedOut);
    }
    if (!told.isEmpty()) {
      json.open("l");
      told.forEach((task, at) -> json.number(task, at.toEpochMilli()));
      json.close();
    }
    if (!used.isEmpty()) {
      json.texts("u", used, Field::path);
    }
    problem.ifPresent(value -> json.json("p", json(value)));
    wait.ifPresent(
        value ->
            json.open("w")
                .text("n", value.name())
                .number("s", value.since().toEpochMilli())
                .close());
    orderUnknownSince.ifPresent(since -> json.number("q", since.toEpochMilli()));
    return json.end();
  }

  private static long millis(Instant notBefore) {
    return notBefore.equals(Instant.MIN) ? 0 : notBefore.toEpochMilli();
  }

  private static String json(Problem problem) {
    JsonText json = new JsonText().text("c", problem.code());
    problem.field().ifPresent(field -> json.text("f", field));
    return json.text("r", problem.rule())
        .text("m", problem.mender().name())
        .text("y", problem.remedy())
        .end();
  }

  static Notes decode(SnapshotRow row) {
    JsonNode json = FactCodec.read(row.body());
    Notes notes = new Notes();
    Optional<Outcome> outcome =
        Enums.find(Outcome.class, json.path("o").asText(Outcome.WAITING.name()));
    if (json.path("f").asInt(FORMAT) > FORMAT || outcome.isEmpty()) {
      notes.newer = Optional.of(row);
    }
    notes.outcome = outcome.orElse(Outcome.WAITING);
    json.path("t")
        .properties()
        .forEach(
            entry ->
                notes.tries.put(
                    entry.getKey(),
                    new Tries(
                        entry.getValue().path(0).asInt(),
                        Instant.ofEpochMilli(entry.getValue().path(1).asLong()))));
    json.path("h").forEach(task -> notes.handedOut.add(task.asText()));
    json.path("l")
        .properties()
        .forEach(
            entry ->
                notes.told.put(entry.getKey(), Instant.ofEpochMilli(entry.getValue().asLong())));
    json.path("u").forEach(path -> Field.of(path.asText()).ifPresent(notes.used::add));
    if (json.has("p")) {
      notes.problem = Optional.of(problem(json.path("p")));
    }
    if (json.has("w")) {
      JsonNode wait = json.path("w");
      notes.wait =
          Optional.of(
              new Wait(wait.path("n").asText(), Instant.ofEpochMilli(wait.path("s").asLong())));
    }
    if (json.has("q")) {
      notes.orderUnknownSince = Optional.of(Instant.ofEpochMilli(json.path("q").asLong()));
    }
    return notes;
  }

  private static Problem problem(JsonNode json) {
    return new Problem(
        json.path("c").asText(),
        new Problem.What(Optional.ofNullable(json.path("f").textValue()), json.path("r").asText()),
        Enums.read(Problem.Mender.class, json.path("m").asText(), Problem.Mender.OPERATOR),
        json.path("y").asText());
  }
}
