package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.store.InMemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> PERSONAL =
      List.of("Wendy", "wendy@example.com", "GCY Ltd", "gcy-ops", "Aa1!aaaa", "123456");

  private final MovableClock clock = new MovableClock(START);
  private final FakeGateways gateways = new FakeGateways(clock).order(FlowTest.ORDER, "buyer-1");
  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .store(InMemoryStore.create())
          .clock(clock)
          .marketplace(gateways)
          .orders(this::order)
          .billing(gateways)
          .build();
  private boolean down;

  private Optional<OrderDetails> order(OrderKey order) {
    if (down) {
      throw new UnavailableException(
          Refusal.of("fake", "read order").status(503).code("DOWN").build());
    }
    return gateways.order(order);
  }

  private JsonNode explained(OnboardingId id) {
    try {
      return JsonMapper.builder().build().readTree(flow.explain(id).toJson());
    } catch (IOException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  @Test
  void toJson_waitingForAPerson_saysWhoSinceWhenAndWhichTask() {
    OnboardingId id = flow.begin(FlowTest.request().build());
    flow.advance(id);
    clock.set(START.plus(Duration.ofDays(2)));
    flow.advance(id);

    JsonNode json = explained(id);

    assertThat(json.at("/actsNext/who").asText()).isEqualTo("PERSON");
    assertThat(json.at("/actsNext/since").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(json.at("/tasks/0/kind").asText()).isEqualTo("SET_PASSWORD");
    assertThat(json.at("/organization/shortName").asText()).isEqualTo("gcy");
    assertThat(json.at("/stages/0/stage").asText()).isEqualTo("PURCHASE");
    assertThat(json.path("problem").isNull()).isTrue();
    assertThat(json.at("/history/0/what").asText()).isEqualTo("ORDERED");
  }

  @Test
  void toJson_anotherThingIsWaitedFor_sinceMovesOn() {
    OnboardingId id = flow.begin(OnboardingRequest.of(FlowTest.ORDER).build());
    flow.advance(id);
    clock.set(START.plus(Duration.ofHours(1)));
    flow.begin(FlowTest.request().build());
    flow.advance(id);

    assertThat(explained(id).at("/actsNext/since").asText()).isEqualTo("2026-01-01T01:00:00Z");
  }

  @Test
  void toJson_afterFailures_countsAttemptsAndNamesTheProblem() {
    down = true;
    OnboardingId id = flow.begin(FlowTest.request().build());
    Progress progress = flow.advance(id);
    clock.set(((Progress.Waiting) progress).notBefore().orElseThrow());
    flow.advance(id);

    JsonNode json = explained(id);

    assertThat(json.at("/actsNext/who").asText()).isEqualTo("FLOW");
    assertThat(json.at("/actsNext/notBefore").isTextual()).isTrue();
    assertThat(json.at("/attempts/0/step").asText()).isEqualTo("read order");
    assertThat(json.at("/attempts/0/count").asInt()).isEqualTo(2);
    assertThat(json.at("/problem/code").asText()).isEqualTo("DOWN");
    assertThat(json.at("/problem/mender").asText()).isEqualTo("NOBODY");
  }

  @Test
  void toJson_anyStage_hasTheSameMembersAndNothingPersonal() {
    OnboardingId id = flow.begin(FlowTest.request().build());
    List<String> seen = new ArrayList<>();
    List<String> members = names(explained(id));
    Progress progress = flow.advance(id);
    for (int i = 0; i < 40 && progress instanceof Progress.Waiting waiting; i++) {
      seen.add(flow.explain(id).toJson());
      assertThat(names(explained(id))).isEqualTo(members);
      waiting.notBefore().ifPresent(clock::set);
      progress = flow.advance(id, FlowTest.answers());
    }
    seen.add(flow.explain(id).toJson());

    assertThat(progress).isInstanceOf(Progress.Completed.class);
    assertThat(explained(id).at("/actsNext/who").asText()).isEqualTo("NOBODY");
    assertThat(names(explained(id))).isEqualTo(members);
    for (String canary : PERSONAL) {
      assertThat(seen).noneMatch(text -> text.contains(canary));
    }
  }

  private static List<String> names(JsonNode json) {
    return StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false)
        .toList();
  }
}
