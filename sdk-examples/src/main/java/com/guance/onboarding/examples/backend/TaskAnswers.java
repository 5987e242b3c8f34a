package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.Explanation;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.ConflictException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the answer to one task, from a form or as JSON. */
final class TaskAnswers {

  private static final int MALFORMED = 400;
  private static final int CONFLICT = 409;
  private static final int UNACCEPTABLE = 422;

  private final OnboardingFlow flow;
  private final Advances advances;

  TaskAnswers(OnboardingFlow flow, Advances advances) {
    this.flow = flow;
    this.advances = advances;
  }

  /** The values of {@code {"values":{…}}}. */
  static Map<String, String> json(byte[] body) {
    JsonNode values;
    try {
      values = Json.MAPPER.readTree(body).path("values");
    } catch (IOException e) {
      throw new Unanswerable(MALFORMED, "MALFORMED", "the body must be JSON");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      if (!value.getValue().isValueNode()) {
        throw new Unanswerable(MALFORMED, "MALFORMED", "values must be texts", value.getKey());
      }
      if (!value.getValue().isNull()) {
        texts.put(value.getKey(), value.getValue().asText());
      }
    }
    return texts;
  }

  /** Answers the task; what was left blank counts as not given. */
  Explanation take(OnboardingId id, String taskId, Map<String, String> texts) {
    PersonTask task =
        OnboardingJson.tasks(flow.explain(id)).stream()
            .filter(open -> open.id().equals(taskId))
            .findFirst()
            .orElseThrow(() -> new Unanswerable(CONFLICT, "TASK_NOT_OPEN", "the task is not open"));
    try {
      advances.answer(id, taskId, values(task, texts));
    } catch (InvalidInputException e) {
      throw unacceptable(e);
    } catch (ConflictException e) {
      throw new Unanswerable(
          CONFLICT,
          "USED_ALREADY",
          "a value has been used and cannot be replaced",
          e.field().orElse(""));
    }
    return flow.explain(id);
  }

  /** All that is missing or wrong, in one sentence: nobody fills in a form once for each field. */
  private static Unanswerable unacceptable(InvalidInputException first) {
    String all =
        Stream.concat(Stream.of(first), Arrays.stream(first.getSuppressed()))
            .map(Throwable::getMessage)
            .collect(Collectors.joining(". "));
    boolean missing = first.rule().startsWith("is missing");
    return new Unanswerable(
        UNACCEPTABLE, missing ? "MISSING_VALUE" : "INVALID_VALUE", all, first.field());
  }

  private static Map<String, Secret> values(PersonTask task, Map<String, String> texts) {
    Map<String, Secret> values = new LinkedHashMap<>();
    for (InputField input : task.inputs()) {
      String text = texts.getOrDefault(input.name(), "");
      if (!text.isEmpty()) {
        values.put(input.name(), Secret.of(text));
      }
    }
    return values;
  }
}
