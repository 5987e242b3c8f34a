package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.store.InMemoryStore;
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
    return flow(InMemoryStore.create(), orders);
  }

  private OnboardingFlow flow(InMemoryStore store, Optional<OrderSource> orders) {
    OnboardingFlowBuilder builder =
        OnboardingFlow.builder()
            .store(store)
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
    return sameProduct(InMemoryStore.create());
  }

  private OnboardingFlow sameProduct(InMemoryStore store) {
    return flow(store, Optional.of(order -> details(order, "product")));
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

  /** Two lines, the subscription of which was released and has been pruned. */
  private List<OnboardingId> pruned(OnboardingFlow flow, InMemoryStore store) {
    List<OnboardingId> ids = opened(flow, false);
    ids.forEach(flow::advance);
    flow.record(Observations.released(FIRST_INSTANCE, START));
    flow.resumeDue(10);
    clock.set(clock.instant().plus(Duration.ofDays(11)));
    assertThat(prune(store)).isEqualTo(1);
    assertThat(store.load(ids.get(0))).isEmpty();
    assertThat(store.load(ids.get(1))).isPresent();
    return ids;
  }

  private int prune(InMemoryStore store) {
    return store.prune(new Retention(clock.instant(), Retention.PARKED, Duration.ofDays(10)));
  }

  @Test
  void line_ofASubscriptionThatIsPruned_isNotKnownAnyMore() {
    InMemoryStore store = InMemoryStore.create();
    try (OnboardingFlow flow = sameProduct(store)) {
      List<OnboardingId> ids = pruned(flow, store);
      Names second = Names.builder().instance(SECOND_INSTANCE).build();

      assertThat(flow.find(new LookupKey.ByInstance(SECOND_INSTANCE))).isEmpty();
      assertThat(flow.find(new LookupKey.ByOrder(SECOND))).isEmpty();
      assertThat(flow.find(new LookupKey.ByOrderId("CS-1"))).isEmpty();
      assertThat(flow.inbox().whose(second)).isEmpty();
      assertThat(flow.record(Observations.status(SECOND_INSTANCE, State.FROZEN, clock.instant())))
          .as("parked, as for any instance that nobody knows")
          .isEmpty();
      assertThat(store.load(ids.get(0))).isEmpty();
      assertThatThrownBy(() -> flow.get(ids.get(1))).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> flow.cancel(ids.get(1), "why"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void line_ofASubscriptionThatIsPruned_isPrunedAfterItsNextLook() {
    InMemoryStore store = InMemoryStore.create();
    try (OnboardingFlow flow = sameProduct(store)) {
      List<OnboardingId> ids = pruned(flow, store);
      flow.record(Observations.status(SECOND_INSTANCE, State.FROZEN, clock.instant()));

      clock.set(clock.instant().plus(Duration.ofDays(20)));
      flow.resumeDue(10);
      assertThat(flow.advance(ids.get(1))).isInstanceOf(Progress.Abandoned.class);
      assertThat(store.load(ids.get(0))).isEmpty();

      assertThat(prune(store)).isEqualTo(1);
      assertThat(store.load(ids.get(1))).isEmpty();
      assertThat(flow.resumeDue(10)).isZero();
    }
  }

  @Test
  void line_ofASubscriptionThatGoesOn_staysHoweverOften() {
    InMemoryStore store = InMemoryStore.create();
    try (OnboardingFlow flow = sameProduct(store)) {
      List<OnboardingId> ids = opened(flow, false);
      ids.forEach(flow::advance);
      for (int month = 0; month < 3; month++) {
        clock.set(clock.instant().plus(Duration.ofDays(31)));
        flow.resumeDue(10);
        assertThat(prune(store)).isZero();
      }

      assertThat(flow.find(new LookupKey.ByInstance(SECOND_INSTANCE)))
          .extracting(Onboarding::id)
          .containsExactly(ids.get(0));
      assertThat(flow.resumeDue(10)).as("nothing to do until the next month").isZero();
    }
  }

  private void assertTwo(OnboardingFlow flow) {
    status(flow, SECOND_INSTANCE, State.FROZEN, 1);
    assertThat(flow.find(new LookupKey.ByOrderId("CS-1"))).hasSize(2);
    assertThat(subscription(flow, FIRST_INSTANCE).state()).isEqualTo(State.ACTIVE);
    assertThat(subscription(flow, SECOND_INSTANCE).state()).isEqualTo(State.FROZEN);
  }
}
