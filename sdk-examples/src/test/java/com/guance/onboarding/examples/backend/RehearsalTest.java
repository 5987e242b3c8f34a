package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.testkit.Emulator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** KooGallery's debugging orders onboard nobody, unless the partner rehearses with them. */
final class RehearsalTest {

  private static final String PURCHASE = "MOCKPERIODYEARNEW";

  private final Emulator emulator = Emulator.start();

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    emulator.close();
  }

  private Backend backend(boolean runTestOrders) {
    Backend backend =
        Backend.start(
            BackendSettings.of(
                    emulator.baseUri(),
                    BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY))
                .with(
                    new BackendSettings.Work(
                        Hands.BILLING_GATEWAY,
                        runTestOrders,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())));
    emulator.kooGallery().connect(BackendConnection.to(backend).build());
    return backend;
  }

  @Test
  void debuggingOrder_rehearsed_isOnboarded() {
    try (Backend backend = backend(true)) {
      assertThat(emulator.kooGallery().dialTest()).isNotEmpty();

      JsonNode list =
          new Visitor(backend.baseUri())
              .until("/onboardings", seen -> seen.findValuesAsText("orderId").contains(PURCHASE));
      for (JsonNode one : list) {
        if (one.path("orderId").asText().equals(PURCHASE)) {
          assertThat(one.at("/subscription/instanceId").asText()).isNotBlank();
        }
      }
    }
  }

  @Test
  void debuggingOrder_otherwise_isAnsweredAndOnboardsNobody() {
    try (Backend backend = backend(false)) {
      assertThat(emulator.kooGallery().dialTest()).isNotEmpty();
      emulator.buyer().purchase(); // whoever comes later has been listed when he is

      JsonNode list = new Visitor(backend.baseUri()).until("/onboardings", seen -> !seen.isEmpty());
      assertThat(list.findValuesAsText("orderId")).hasSize(1).noneMatch(PURCHASE::equals);
    }
  }
}
