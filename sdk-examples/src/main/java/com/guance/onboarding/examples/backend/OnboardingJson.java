package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.Explanation;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Onboardings for programs; absent things are null. */
final class OnboardingJson {

  private final Keyboard keyboard;

  OnboardingJson(Keyboard keyboard) {
    this.keyboard = keyboard;
  }

  String list(List<Explanation> explanations) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    explanations.forEach(one -> list.add(object(one)));
    return text(list);
  }

  String one(Explanation explanation) {
    return text(object(explanation));
  }

  static String refusal(Unanswerable refused) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", refused.code());
    error.put("message", refused.words());
    error.put("field", refused.field().orElse(null));
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.set("error", error);
    return text(object);
  }

  private ObjectNode object(Explanation explanation) {
    Onboarding onboarding = explanation.onboarding();
    Optional<Progress.Waiting> waiting = explanation.waiting();
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("id", onboarding.id().value());
    object.put("orderId", onboarding.order().orderId());
    object.put("orderLineId", onboarding.order().orderLineId());
    object.put("outcome", onboarding.outcome().name());
    object.put("stage", onboarding.stage().name());
    ArrayNode waitingFor = object.putArray("waitingFor");
    waitingFor(explanation).forEach(waitingFor::add);
    ArrayNode tasks = object.putArray("tasks");
    tasks(explanation).forEach(task -> tasks.add(task(task)));
    object.put(
        "notBefore",
        waiting.flatMap(Progress.Waiting::notBefore).map(Object::toString).orElse(null));
    object.set(
        "problem",
        waiting
            .flatMap(Progress.Waiting::problem)
            .map(OnboardingJson::problem)
            .map(JsonNode.class::cast)
            .orElse(JsonNodeFactory.instance.nullNode()));
    object.put("loginAddress", onboarding.loginAddress().map(Object::toString).orElse(null));
    object.put("workspaceId", onboarding.workspace().map(one -> one.id().value()).orElse(null));
    object.set(
        "subscription",
        onboarding
            .subscription()
            .map(OnboardingJson::subscription)
            .map(JsonNode.class::cast)
            .orElse(JsonNodeFactory.instance.nullNode()));
    ArrayNode history = object.putArray("history");
    explanation.history().forEach(entry -> history.add(entry(entry)));
    return object;
  }

  private static ObjectNode subscription(Subscription subscription) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("instanceId", subscription.instance().value());
    object.put("state", subscription.state().name());
    object.put("expires", subscription.expires().map(Object::toString).orElse(null));
    object.put("lockedAt", subscription.lockedAt().map(Object::toString).orElse(null));
    object.put("dataGoneAt", subscription.dataGoneAt().map(Object::toString).orElse(null));
    return object;
  }

  private static ObjectNode entry(Explanation.Entry entry) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("at", entry.at().map(Object::toString).orElse(null));
    object.put("what", entry.what());
    object.put("source", entry.source());
    return object;
  }

  /** Kinds of tasks and names of events, in order. */
  static List<String> waitingFor(Explanation explanation) {
    return explanation
        .waiting()
        .map(
            waiting ->
                Stream.concat(
                        waiting.tasks().stream().map(task -> task.kind().name()),
                        waiting.events().stream().sorted())
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  static List<PersonTask> tasks(Explanation explanation) {
    return explanation.waiting().map(Progress.Waiting::tasks).orElse(List.of());
  }

  private ObjectNode task(PersonTask task) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("id", task.id());
    object.put("kind", task.kind().name());
    object.put("stage", task.stage().name());
    object.put("textEn", task.textEn());
    object.put("textZh", task.textZh());
    object.put("link", task.link().map(Object::toString).orElse(null));
    ArrayNode inputs = object.putArray("inputs");
    task.inputs().forEach(input -> inputs.add(input(input)));
    ObjectNode details = object.putObject("details");
    task.details().forEach((field, value) -> details.put(field.path(), value));
    ObjectNode commands = object.putObject("commands");
    task.commands().forEach(commands::put);
    object.put("provenBy", task.provenBy());
    object.put("until", task.until().map(Object::toString).orElse(null));
    object.put("answered", keyboard.holds(task.onboarding(), task.id()));
    return object;
  }

  private static ObjectNode input(InputField input) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("name", input.name());
    object.put("secret", input.secret());
    object.put("required", input.required());
    ArrayNode options = object.putArray("options");
    input.options().forEach(options::add);
    object.put("labelEn", input.label().en());
    object.put("labelZh", input.label().zh());
    object.put("rule", input.label().rule());
    object.put("ruleZh", input.label().ruleZh());
    return object;
  }

  private static ObjectNode problem(Problem problem) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("code", problem.code());
    object.put("field", problem.field().orElse(null));
    object.put("rule", problem.rule());
    object.put("ruleZh", problem.ruleZh());
    object.put("mender", problem.mender().name());
    object.put("remedy", problem.remedy());
    object.put("remedyZh", problem.remedyZh());
    return object;
  }

  private static String text(JsonNode node) {
    try {
      return Json.MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of ours cannot be written", e);
    }
  }
}
