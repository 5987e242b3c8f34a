package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is parked and what only tests the connection lies in the same store and is no onboarding.
 */
class NoOnboardingTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final OrderKey REHEARSAL = new OrderKey("MOCK1", "MOCK1-1");
  private static final InstanceId UNKNOWN = new InstanceId("inst-9");
  private static final InstanceId REHEARSED = new InstanceId("inst-mock");

  private final InMemoryStore store = InMemoryStore.create();
  private final List<OrderKey> asked = new ArrayList<>();
  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .store(store)
          .clock(new MovableClock(START))
          .callbacks(true)
          .orders(
              order -> {
                asked.add(order);
                return Optional.empty();
              })
          .build();

  static Stream<Arguments> verbsAndPrefixes() {
    Map<String, BiConsumer<OnboardingFlow, OnboardingId>> verbs = new LinkedHashMap<>();
    verbs.put("advance", OnboardingFlow::advance);
    verbs.put("get", OnboardingFlow::get);
    verbs.put("explain", OnboardingFlow::explain);
    verbs.put("cancel", (flow, id) -> flow.cancel(id, "over"));
    verbs.put("reconcile", OnboardingFlow::reconcile);
    verbs.put("repair", (flow, id) -> flow.repair(id, Set.of()));
    verbs.put("forgetKey", OnboardingFlow::forgetKey);
    verbs.put("confirm", (flow, id) -> flow.record(new Fact.Confirmed(id, id + ".add-member")));
    verbs.put("withdraw", (flow, id) -> flow.record(new Fact.Withdrawn(id, "over")));
    verbs.put("record", (flow, id) -> flow.record(Observations.dataKitSeen(id, "host-1")));
    verbs.put(
        "receive",
        (flow, id) ->
            flow.inbox()
                .receive(
                    Names.of(id),
                    opened ->
                        new FactInbox.Incoming(
                            List.of(Observations.dataKitSeen(id, "host-1")), Optional.empty())));
    return verbs.entrySet().stream()
        .flatMap(
            verb ->
                Stream.of(Ledger.PARKED, Ledger.TEST)
                    .map(prefix -> Arguments.of(verb.getKey(), prefix, verb.getValue())));
  }

  private OnboardingId stored(String prefix) {
    flow.record(Observations.expiry(UNKNOWN, START.plusSeconds(9), START));
    flow.inbox()
        .tests()
        .receive(
            Names.builder().order(REHEARSAL).build(),
            opened ->
                new FactInbox.Incoming(
                    List.of(Observations.instanceOpened(REHEARSAL, REHEARSED)), Optional.empty()));
    return store
        .find(new LookupKey.ByInstance(prefix.equals(Ledger.TEST) ? REHEARSED : UNKNOWN))
        .get(0);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("verbsAndPrefixes")
  void anyVerb_ofWhatIsNoOnboarding_isRefusedAndCallsAndKeepsNothing(
      String verb, String prefix, BiConsumer<OnboardingFlow, OnboardingId> call) {
    OnboardingId id = stored(prefix);
    int kept = store.facts(id).size();

    assertThat(id.value()).startsWith(prefix);
    assertThatThrownBy(() -> call.accept(flow, id))
        .as(verb)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no onboarding " + id);

    assertThat(store.facts(id)).hasSize(kept).isNotEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void purchase_afterSomebodyTriedToCancelWhatWasParked_opensAsUsual() {
    OnboardingId parked = stored(Ledger.PARKED);
    assertThatThrownBy(() -> flow.cancel(parked, "over"))
        .isInstanceOf(IllegalArgumentException.class);

    OnboardingId customer =
        flow.record(Observations.instanceOpened(new OrderKey("CS-9", "CS-9-1"), UNKNOWN)).get(0);

    assertThat(flow.advance(customer)).isInstanceOf(Progress.Waiting.class);
    assertThat(flow.get(customer).subscription().orElseThrow().expires())
        .as("what was parked has come along")
        .contains(START.plusSeconds(9));
  }
}
