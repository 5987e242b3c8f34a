package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.Emulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** KooGallery waits for an answer, not for the buyer. */
final class LateBuyerTest {

  @Test
  void buyer_doesNothingForFiveDays_orderLivesAndTheOnboardingGoesOnWhenHeComes() {
    try (Emulator emulator = Emulator.start();
        Backend backend =
            Backend.start(
                BackendSettings.of(
                    emulator.baseUri(),
                    BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY)))) {
      Visitor visitor = new Visitor(backend.baseUri());
      emulator.kooGallery().connect(BackendConnection.to(backend).build());
      OrderKey order = emulator.buyer().purchase();
      assertThat(call(emulator, "newInstance")).containsEntry("lastResult", "000000");

      emulator.clock().advance(Duration.ofDays(5));

      for (String activity : List.of("newInstance", "queryInstance")) {
        assertThat(call(emulator, activity))
            .containsEntry("delivered", true)
            .containsEntry("lastResult", "000000")
            .containsEntry("attempts", 1);
      }
      assertThat(emulator.rows("failedOrders")).isEmpty();
      assertThat(emulator.rows("orders").get(0)).containsEntry("state", "ACTIVE");
      JsonNode waits = visitor.json("/onboardings").path(0);
      assertThat(waits.path("stage").asText()).isEqualTo("ORGANIZATION");
      assertThat(waits.path("outcome").asText()).isEqualTo("WAITING");

      TenantId tenant = emulator.buyer().createOrganization("GCY Ltd", "gcy");
      emulator.buyer().addMember(tenant, "Wendy");
      emulator.buyer().bind(order, tenant);
      emulator.buyer().authorize(order, "Wendy");

      visitor.until(
          "/onboardings",
          list -> list.path(0).path("stage").asText().equals("BILLING_ACCOUNT"),
          () -> emulator.clock().advance(Duration.ofMinutes(10)));
    }
  }

  private static Map<String, @Nullable Object> call(Emulator emulator, String activity) {
    return emulator.rows("callbacks").stream()
        .filter(row -> activity.equals(row.get("activity")))
        .findFirst()
        .orElseThrow();
  }
}
