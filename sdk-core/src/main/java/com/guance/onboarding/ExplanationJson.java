package com.guance.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes an explanation for programs; the shape is a promise ({@code docs/explain.md}). */
final class ExplanationJson {

  /** Raised when a member changes or goes; never for one that is added. */
  private static final int VERSION = 1;

  private ExplanationJson() {}

  static String of(Explanation explanation) {
    Onboarding onboarding = explanation.onboarding();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", VERSION);
    json.put("onboardingId", onboarding.id().value());
    json.put("orderId", onboarding.order().orderId());
    json.put("orderLineId", onboarding.order().orderLineId());
    json.put("outcome", onboarding.outcome().name());
    json.put("stage", onboarding.stage().name());
    json.put("branch", onboarding.branch().map(Branch::code).orElse(null));
    things(json, onboarding);
    turn(json.putObject("actsNext"), explanation);
    ArrayNode tasks = json.putArray("tasks");
    explanation.waiting().ifPresent(now -> now.tasks().forEach(task -> task(tasks, task)));
    ArrayNode events = json.putArray("events");
    explanation.waiting().ifPresent(now -> now.events().stream().sorted().forEach(events::add));
    ArrayNode attempts = json.putArray("attempts");
    explanation
        .turn()
        .attempts()
        .forEach((step, count) -> attempts.addObject().put("step", step).put("count", count));
    json.set(
        "problem",
        or(explanation.waiting().flatMap(Progress.Waiting::problem), ExplanationJson::problem));
    stages(json.putArray("stages"), onboarding);
    explanation.remarks().forEach(json.putArray("remarks")::add);
    history(json.putArray("history"), explanation);
    return json.toString();
  }

  /** What has come to be: ids and what is fixed, no names. */
  private static void things(ObjectNode json, Onboarding onboarding) {
    json.set(
        "organization",
        or(
            onboarding.organization(),
            found ->
                object()
                    .put("tenantId", found.tenant().map(TenantId::value).orElse(null))
                    .put("shortName", found.shortName().value())));
    json.set("workspace", or(onboarding.workspace(), ExplanationJson::workspace));
    json.set("subscription", or(onboarding.subscription(), ExplanationJson::subscription));
  }

  private static ObjectNode workspace(Onboarding.Workspace workspace) {
    WorkspaceId id = workspace.id();
    return object()
        .put("id", id.value())
        .put("language", workspace.form().language().orElse(null))
        .put("site", workspace.form().site().orElse(null))
        .put("created", workspace.created());
  }

  private static ObjectNode subscription(Subscription subscription) {
    return object()
        .put("instanceId", subscription.instance().value())
        .put("state", subscription.state().name())
        .put("expires", text(subscription.expires()))
        .put("lockedAt", text(subscription.lockedAt()))
        .put("dataGoneAt", text(subscription.dataGoneAt()));
  }

  private static void turn(ObjectNode json, Explanation explanation) {
    json.put("who", explanation.turn().who().name());
    json.put("since", text(explanation.turn().since()));
    json.put("notBefore", text(explanation.waiting().flatMap(Progress.Waiting::notBefore)));
  }

  private static void task(ArrayNode tasks, PersonTask task) {
    tasks
        .addObject()
        .put("id", task.id())
        .put("kind", task.kind().name())
        .put("stage", task.stage().name())
        .put("provenBy", task.provenBy())
        .put("until", text(task.until()));
  }

  static ObjectNode problem(Problem problem) {
    return object()
        .put("code", problem.code())
        .put("field", problem.field().orElse(null))
        .put("rule", problem.rule())
        .put("ruleZh", problem.ruleZh())
        .put("mender", problem.mender().name())
        .put("remedy", problem.remedy())
        .put("remedyZh", problem.remedyZh());
  }

  private static void stages(ArrayNode stages, Onboarding onboarding) {
    for (StageStatus status : onboarding.stages()) {
      stages
          .addObject()
          .put("stage", status.stage().name())
          .put("by", status.by().name())
          .put("verified", status.verified());
    }
  }

  private static void history(ArrayNode history, Explanation explanation) {
    for (Explanation.Entry entry : explanation.history()) {
      history
          .addObject()
          .put("at", text(entry.at()))
          .put("what", entry.what())
          .put("source", entry.source());
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <T> JsonNode or(Optional<T> value, Function<T, ObjectNode> json) {
    return value.map(json).map(JsonNode.class::cast).orElse(JsonNodeFactory.instance.nullNode());
  }

  static @Nullable String text(Optional<Instant> at) {
    return at.map(Object::toString).orElse(null);
  }
}
