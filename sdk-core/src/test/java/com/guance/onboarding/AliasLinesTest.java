package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.Subscription.State;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.OrderSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two lines of one on-demand order: KooGallery names both instances, and means one subscription.
 */
class AliasLinesTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final OrderKey FIRST = new OrderKey("CS-1", "CS-1-000001");
  private static final OrderKey SECOND = new OrderKey("CS-1", "CS-1-000002");
  private static final InstanceId FIRST_INSTANCE = new InstanceId("inst-1");
  private static final InstanceId SECOND_INSTANCE = new InstanceId("inst-2");

  private final MovableClock clock = new MovableClock(START);
  private final Map<OnboardingId, List<State>> heard = new LinkedHashMap<>();

  private OnboardingFlow flow(Optional<OrderSource> orders) {
    OnboardingFlowBuilder builder =
        OnboardingFlow.builder()
            .clock(clock)
            .callbacks(true)
            .subscriptionListener(
                (event, id, subscription) ->
                    heard
                        .computeIfAbsent(id, first -> new ArrayList<>())
                        .add(subscription.state()));
    orders.ifPresent(builder::orders);
    return builder.build();
  }

  private OnboardingFlow sameProduct() {
    return flow(Optional.of(order -> details(order, "product")));
  }

  private static Optional<OrderDetails> details(OrderKey order, String product) {
    return Optional.of(
        OrderDetails.builder()
            .order(order)
            .productId(product)
            .chargingMode(ChargingMode.ON_DEMAND)
            .build());
  }

  private static OnboardingId opened(OnboardingFlow flow, OrderKey order, InstanceId instance) {
    return flow.record(Observations.instanceOpened(order, instance)).get(0);
  }

  private static List<OnboardingId> opened(OnboardingFlow flow, boolean secondFirst) {
    List<OnboardingId> ids = new ArrayList<>();
    if (secondFirst) {
      ids.add(opened(flow, SECOND, SECOND_INSTANCE));
      ids.add(opened(flow, FIRST, FIRST_INSTANCE));
    } else {
      ids.add(opened(flow, FIRST, FIRST_INSTANCE));
      ids.add(opened(flow, SECOND, SECOND_INSTANCE));
    }
    return ids;
  }

  private void status(OnboardingFlow flow, InstanceId instance, State state, int day) {
    flow.record(Observations.status(instance, state, START.plus(Duration.ofDays(day))));
    flow.resumeDue(10);
  }

  private static Subscription subscription(OnboardingFlow flow, InstanceId instance) {
    List<Onboarding> found = flow.find(new LookupKey.ByInstance(instance));
    assertThat(found).hasSize(1);
    return found.get(0).subscription().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void freeze_throughEitherInstance_isOfTheOneSubscription(boolean secondFirst) {
    try (OnboardingFlow flow = sameProduct()) {
      List<OnboardingId> ids = opened(flow, secondFirst);
      ids.forEach(flow::advance);

      status(flow, SECOND_INSTANCE, State.FROZEN, 1);
      assertThat(flow.find(new LookupKey.ByOrderId("CS-1"))).hasSize(1);
      assertThat(subscription(flow, FIRST_INSTANCE).state()).isEqualTo(State.FROZEN);
      assertThat(subscription(flow, SECOND_INSTANCE).state()).isEqualTo(State.FROZEN);
      status(flow, FIRST_INSTANCE, State.ACTIVE, 2);
      assertThat(subscription(flow, SECOND_INSTANCE).state()).isEqualTo(State.ACTIVE);
      status(flow, SECOND_INSTANCE, State.FROZEN, 3);

      assertThat(flow.get(ids.get(1))).isEqualTo(flow.get(ids.get(0)));
      assertThat(heard)
          .isEqualTo(Map.of(ids.get(0), List.of(State.FROZEN, State.ACTIVE, State.FROZEN)));
    }
  }

  @Test
  void changes_throughTheSecondInstance_reachTheSubscription() {
    try (OnboardingFlow flow = sameProduct()) {
      List<OnboardingId> ids = opened(flow, false);
      ids.forEach(flow::advance);
      Instant end = START.plus(Duration.ofDays(365));

      assertThat(flow.record(Observations.expiry(SECOND_INSTANCE, end, START)))
          .containsExactly(ids.get(0));
      assertThat(subscription(flow, FIRST_INSTANCE).expires()).contains(end);
      flow.record(Observations.released(SECOND_INSTANCE, START));

      assertThat(subscription(flow, FIRST_INSTANCE).state()).isEqualTo(State.RELEASED);
      assertThat(flow.advance(ids.get(1))).isInstanceOf(Progress.Abandoned.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void freeze_beforeTheOrderIsRead_isHandedOver(boolean secondFirst) {
    try (OnboardingFlow flow = sameProduct()) {
      List<OnboardingId> ids = opened(flow, secondFirst);
      flow.record(Observations.status(FIRST_INSTANCE, State.FROZEN, START));
      flow.record(Observations.status(SECOND_INSTANCE, State.FROZEN, START));
      ids.forEach(flow::advance);
      flow.resumeDue(10);

      assertThat(subscription(flow, SECOND_INSTANCE).state()).isEqualTo(State.FROZEN);
      assertThat(subscription(flow, SECOND_INSTANCE).instance())
          .isEqualTo(secondFirst ? SECOND_INSTANCE : FIRST_INSTANCE);
      assertThat(heard.get(ids.get(0))).isNotEmpty().containsOnly(State.FROZEN);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void release_beforeTheOrderIsRead_isOfTheOneSubscription(boolean secondFirst) {
    try (OnboardingFlow flow = sameProduct()) {
      List<OnboardingId> ids = opened(flow, secondFirst);
      flow.advance(ids.get(0));
      flow.record(Observations.released(secondFirst ? FIRST_INSTANCE : SECOND_INSTANCE, START));
      flow.resumeDue(10);

      assertThat(subscription(flow, FIRST_INSTANCE).state()).isEqualTo(State.RELEASED);
      assertThat(subscription(flow, SECOND_INSTANCE).state()).isEqualTo(State.RELEASED);
      assertThat(flow.advance(ids.get(0))).isInstanceOf(Progress.Abandoned.class);
      assertThat(heard).isEqualTo(Map.of(ids.get(0), List.of(State.RELEASED)));
    }
  }

  @Test
  void release_ofALineWhoseOrderCannotBeRead_abandonsThatLineAtOnce() {
    try (OnboardingFlow flow = flow(Optional.of(order -> Optional.empty()))) {
      List<OnboardingId> ids = opened(flow, false);
      ids.forEach(flow::advance);
      flow.record(Observations.released(SECOND_INSTANCE, START));

      assertThat(flow.advance(ids.get(1))).isInstanceOf(Progress.Abandoned.class);
      assertThat(flow.advance(ids.get(0))).isInstanceOf(Progress.Waiting.class);
    }
  }

  @Test
  void synchronization_thatNamesTheSecondInstance_bindsTheSubscription() {
    TenantId tenant = new TenantId("tenant-1");
    AppId app = new AppId("app-1");
    try (OnboardingFlow flow = sameProduct()) {
      List<OnboardingId> ids = opened(flow, false);
      ids.forEach(flow::advance);

      Names names = Names.builder().instance(SECOND_INSTANCE).tenant(tenant).app(app).build();
      flow.record(Observations.applicationSynced(names, "cid", Optional.empty(), true, START));

      assertThat(flow.find(new LookupKey.ByTenantApp(tenant, app)))
          .extracting(Onboarding::id)
          .containsExactly(ids.get(0));
      assertThat(
              flow.reader()
                  .observed(
                      new LookupKey.ByTenantApp(tenant, app), Set.of(FactKind.APPLICATION_SYNCED)))
          .hasSize(1);
    }
  }

  @Test
  void newInstance_ofTheSecondLineAgain_keepsItsOwnInstance() {
    try (OnboardingFlow flow = sameProduct()) {
      opened(flow, false).forEach(flow::advance);

      opened(flow, SECOND, SECOND_INSTANCE);

      assertThat(flow.inbox().line(SECOND).instance()).contains(SECOND_INSTANCE);
      assertThat(subscription(flow, SECOND_INSTANCE).instance()).isEqualTo(FIRST_INSTANCE);
    }
  }

  @Test
  void lines_ofDifferentProducts_areTwoSubscriptions() {
    try (OnboardingFlow flow =
        flow(Optional.of(order -> details(order, "product-of-" + order.orderLineId())))) {
      opened(flow, false).forEach(flow::advance);

      assertTwo(flow);
    }
  }

  @Test
  void lines_ofAnOrderThatNobodyCanRead_areTwoSubscriptions() {
    try (OnboardingFlow flow = flow(Optional.empty())) {
      opened(flow, false).forEach(flow::advance);

      assertTwo(flow);
    }
  }

  private void assertTwo(OnboardingFlow flow) {
    status(flow, SECOND_INSTANCE, State.FROZEN, 1);
    assertThat(flow.find(new LookupKey.ByOrderId("CS-1"))).hasSize(2);
    assertThat(subscription(flow, FIRST_INSTANCE).state()).isEqualTo(State.ACTIVE);
    assertThat(subscription(flow, SECOND_INSTANCE).state()).isEqualTo(State.FROZEN);
  }
}
