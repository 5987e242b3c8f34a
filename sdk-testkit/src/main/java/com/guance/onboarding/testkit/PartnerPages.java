package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The pages of a partner's backend, read and answered as JSON: what a browser sees as forms. */
final class PartnerPages {

  private static final String LIST = "/onboardings";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COMPLETED = "COMPLETED";
  private static final Set<String> OVER = Set.of(COMPLETED, "ABANDONED");

  private final Browser browser;

  PartnerPages(Browser browser) {
    this.browser = browser;
  }

  /** The page of one onboarding: how it stands, and what it asks of people. */
  record Page(String outcome, List<PersonTask> tasks) {
    boolean finished() {
      return OVER.contains(outcome);
    }

    boolean completed() {
      return outcome.equals(COMPLETED);
    }
  }

  /** The page of an order's onboarding; empty when there is none, or not yet. */
  Optional<Page> of(OrderKey order, URI backend) {
    return get(backend.resolve(LIST))
        .flatMap(list -> idOf(order, list))
        .flatMap(id -> get(backend.resolve(LIST + "/" + encoded(id))))
        .map(page -> page(page, order));
  }

  private static Optional<String> idOf(OrderKey order, JsonNode list) {
    for (JsonNode item : list) {
      String line = item.path("orderLineId").asText(order.orderLineId());
      boolean meant = item.path("orderId").asText("").equals(order.orderId());
      if (meant && line.equals(order.orderLineId())) {
        return Optional.of(item.path("id").asText(""));
      }
    }
    return Optional.empty();
  }

  private Optional<JsonNode> get(URI address) {
    return send(HttpRequest.newBuilder(address).GET())
        .filter(answer -> answer.statusCode() == 200)
        .flatMap(answer -> Json.read(answer.body()));
  }

  private Optional<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
    try {
      return Optional.of(
          browser.send(request.header("Accept", "application/json").build(), PATIENCE));
    } catch (IOException | TimeoutException e) {
      return Optional.empty(); // the next look will show
    }
  }

  private static Page page(JsonNode node, OrderKey order) {
    List<PersonTask> tasks = new ArrayList<>();
    OnboardingId onboarding = new OnboardingId(node.path("id").asText());
    node.path("tasks").forEach(task -> tasks.add(task(task, onboarding, order)));
    return new Page(node.path("outcome").asText(""), tasks);
  }

  private static PersonTask task(JsonNode node, OnboardingId onboarding, OrderKey order) {
    PersonTask.Builder task =
        PersonTask.builder()
            .id(node.path("id").asText())
            .onboarding(onboarding)
            .order(order)
            .kind(kind(node.path("kind").asText("")))
            .stage(Stage.PURCHASE) // the page does not say, and the robot need not know
            .textZh("")
            .textEn("")
            .provenBy(node.path("provenBy").asText(""))
            .details(details(node.path("details")));
    node.path("inputs").forEach(input -> task.addInputs(input(input)));
    return task.build();
  }

  private static TaskKind kind(String name) {
    return Arrays.stream(TaskKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(TaskKind.UNKNOWN);
  }

  private static Map<Field, String> details(JsonNode node) {
    Map<Field, String> details = new EnumMap<>(Field.class);
    node.properties()
        .forEach(
            detail ->
                Field.of(detail.getKey())
                    .ifPresent(field -> details.put(field, detail.getValue().asText(""))));
    return details;
  }

  private static InputField input(JsonNode node) {
    List<String> options = new ArrayList<>();
    node.path("options").forEach(option -> options.add(option.asText()));
    return new InputField(
        node.path("name").asText(),
        node.path("secret").asBoolean(),
        node.path("required").asBoolean(),
        options,
        new InputField.Label("", "", node.path("rule").asText(""), ""));
  }

  /** Answers a task; whether the backend likes it shows at the next look. */
  void answer(PersonTask task, Map<String, String> values, URI backend) {
    String path = LIST + "/" + encoded(task.onboarding().value()) + "/tasks/" + encoded(task.id());
    byte[] body = Hmac.utf8(Json.text(Map.of("values", values)));
    send(
        HttpRequest.newBuilder(backend.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
