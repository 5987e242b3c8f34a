package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.Emulator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A backend beside the emulator, and somebody who visits its pages. */
abstract class BackendVisits {

  static final String DETAILS =
      "{\"values\":{\"billing.choice\":\"register\",\"billing.userName\":\"gcy-ops\"}}";

  final Emulator emulator = Emulator.start();
  Backend backend =
      Backend.start(
          BackendSettings.of(
              emulator.baseUri(), BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY)));
  Visitor visitor = new Visitor(backend.baseUri());

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    backend.close();
    emulator.close();
  }

  /** Somebody has bought; nobody plays the buyer. */
  final OrderKey purchase() {
    emulator.kooGallery().connect(BackendConnection.to(backend).build());
    return emulator.buyer().purchase();
  }

  final void bind(OrderKey order, String name) {
    TenantId tenant = emulator.buyer().createOrganization(name, "gcy");
    emulator.buyer().addMember(tenant, "Wendy");
    emulator.buyer().bind(order, tenant);
    emulator.buyer().authorize(order, "Wendy");
  }

  final String path(OrderKey order) {
    JsonNode list = visitor.until("/onboardings", all -> all.size() == 1);
    assertThat(list.get(0).path("orderId").asText()).isEqualTo(order.orderId());
    return "/onboardings/" + Visitor.encoded(list.get(0).path("id").asText());
  }

  static boolean asks(JsonNode onboarding, String kind) {
    return task(onboarding, kind).isPresent();
  }

  static Optional<JsonNode> task(JsonNode onboarding, String kind) {
    for (JsonNode task : onboarding.path("tasks")) {
      if (task.path("kind").asText().equals(kind)) {
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }

  /** The path of the task that asks what the buyer wants, once it is there. */
  final String question(String onboarding, String kind) {
    JsonNode one = visitor.until(onboarding, seen -> asks(seen, kind));
    return onboarding
        + "/tasks/"
        + Visitor.encoded(task(one, kind).orElseThrow().path("id").asText());
  }
}
