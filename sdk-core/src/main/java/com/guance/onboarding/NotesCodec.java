package com.guance.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Notes as the body of a row: short JSON. What a newer version has written goes back as it came.
 */
final class NotesCodec {

  /** Raised when a change cannot be read by an older version. */
  static final int FORMAT = 1;

  private static final int USUAL_LENGTH = 384;

  private NotesCodec() {}

  static String encode(Notes notes) {
    return notes.newerRow().map(SnapshotRow::body).orElseGet(() -> json(notes));
  }

  private static String json(Notes notes) {
    JsonText json =
        new JsonText(USUAL_LENGTH).number("f", FORMAT).text("o", notes.outcome().name());
    if (!notes.tries().isEmpty()) {
      json.open("t");
      for (Map.Entry<String, Notes.Tries> step : notes.tries().entrySet()) {
        Notes.Tries value = step.getValue();
        json.numbers(step.getKey(), value.count(), millis(value.notBefore()));
      }
      json.close();
    }
    if (!notes.handedOut().isEmpty()) {
      json.texts("h", notes.handedOut());
    }
    times(json, "l", notes.told());
    if (!notes.used().isEmpty()) {
      json.texts("u", notes.used(), Field::path);
    }
    notes.problem().ifPresent(problem -> json.json("p", json(problem)));
    notes
        .waiting()
        .ifPresent(
            wait ->
                json.open("w")
                    .text("n", wait.name())
                    .number("s", wait.since().toEpochMilli())
                    .close());
    times(json, "d", notes.unreached());
    notes.orderUnknownSince().ifPresent(since -> json.number("q", since.toEpochMilli()));
    return json.end();
  }

  private static void times(JsonText json, String name, Map<String, Instant> times) {
    if (!times.isEmpty()) {
      json.open(name);
      for (Map.Entry<String, Instant> time : times.entrySet()) {
        json.number(time.getKey(), time.getValue().toEpochMilli());
      }
      json.close();
    }
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
    Notes notes = Notes.fresh();
    Optional<Outcome> outcome =
        Enums.find(Outcome.class, json.path("o").asText(Outcome.WAITING.name()));
    if (json.path("f").asInt(FORMAT) > FORMAT || outcome.isEmpty()) {
      notes.leaveTo(row);
    }
    notes.outcome(outcome.orElse(Outcome.WAITING));
    for (Map.Entry<String, JsonNode> step : json.path("t").properties()) {
      notes.tries().put(step.getKey(), tries(step.getValue()));
    }
    for (JsonNode task : json.path("h")) {
      notes.handOut(task.asText());
    }
    for (Map.Entry<String, JsonNode> task : json.path("l").properties()) {
      notes.tell(task.getKey(), time(task.getValue()));
    }
    for (JsonNode path : json.path("u")) {
      Field.of(path.asText()).ifPresent(notes.used()::add);
    }
    for (Map.Entry<String, JsonNode> step : json.path("d").properties()) {
      notes.unreached(step.getKey(), time(step.getValue()));
    }
    if (json.has("q")) {
      notes.orderUnknown(time(json.path("q")));
    }
    if (json.has("p")) {
      notes.problem(Optional.of(problem(json.path("p"))));
    }
    if (json.has("w")) {
      notes.waits(json.path("w").path("n").asText(), time(json.path("w").path("s")));
    }
    return notes;
  }

  private static Notes.Tries tries(JsonNode json) {
    return new Notes.Tries(json.path(0).asInt(), time(json.path(1)));
  }

  private static Instant time(JsonNode json) {
    return Instant.ofEpochMilli(json.asLong());
  }

  private static Problem problem(JsonNode json) {
    return new Problem(
        json.path("c").asText(),
        new Problem.What(Optional.ofNullable(json.path("f").textValue()), json.path("r").asText()),
        Enums.read(Problem.Mender.class, json.path("m").asText(), Problem.Mender.OPERATOR),
        json.path("y").asText());
  }
}
