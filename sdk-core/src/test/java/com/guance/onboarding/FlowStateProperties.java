package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import com.guance.onboarding.spi.ObservedOrganization;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FlowStateProperties {

  private static final OnboardingId ID = new OnboardingId("onb_1");
  private static final String READ_ORDER = "read order";
  private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");
  private static final InstanceId INSTANCE = new InstanceId("inst-1");
  private static final TenantId TENANT = new TenantId("tenant-1");
  private static final Countdown COUNTDOWN = new Countdown(Duration.ofDays(14));
  private static final Capabilities CALLBACKS =
      new Capabilities(
          false, false, true, new Capabilities.AtGuance(false, false, Duration.ofDays(14)));

  private static Instant at(int second) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
  }

  /** Everything KooGallery can say about one order, some of it taken back and said again. */
  private static List<Observed> story() {
    Names tenant = Names.builder().instance(INSTANCE).tenant(TENANT).build();
    Names app = Names.builder().instance(INSTANCE).tenant(TENANT).app(new AppId("app-1")).build();
    var organization = new ObservedOrganization("gcy", "GCY Ltd", "https://gcy.example.com");
    var member = new ObservedMember("Wendy", "d1");
    List<Observed> story = new ArrayList<>();
    story.add(Observations.instanceOpened(ORDER, INSTANCE));
    for (int i = 0; i < 3; i++) {
      boolean on = i != 1;
      story.add(Observations.tenantSynced(tenant, organization, on, at(10 + i)));
      story.add(Observations.applicationSynced(app, "client", Optional.empty(), on, at(20 + i)));
      story.add(Observations.memberSynced(app, member, on, at(30 + i)));
      story.add(
          Observations.status(
              INSTANCE, on ? Subscription.State.FROZEN : Subscription.State.ACTIVE, at(40 + i)));
      story.add(Observations.expiry(INSTANCE, at(1000 - i), at(50 + i)));
    }
    return story;
  }

  @Provide
  Arbitrary<List<Observed>> arrivals() {
    List<Observed> twice = new ArrayList<>(story());
    twice.addAll(story());
    return Arbitraries.shuffle(twice);
  }

  @Property(tries = 300)
  void state_everyOrderOfArrivalWithRepetitions_isTheSame(
      @ForAll("arrivals") List<Observed> arrivals) {
    FlowState expected = FlowState.of(ID, story());
    FlowState state = FlowState.of(ID, arrivals);

    assertThat(new Stages(state, CALLBACKS).all()).isEqualTo(new Stages(expected, CALLBACKS).all());
    assertThat(state.frozen()).isTrue();
    assertThat(COUNTDOWN.subscription(state)).isEqualTo(COUNTDOWN.subscription(expected));
  }

  @Property(tries = 100)
  void flow_everyOrderOfArrival_endsInOneOnboardingWithTheSameState(
      @ForAll("arrivals") List<Observed> arrivals) {
    InMemoryStore store = InMemoryStore.create();
    OnboardingFlow flow =
        OnboardingFlow.builder()
            .store(store)
            .clock(new MovableClock(at(0)))
            .callbacks(true)
            .build();

    arrivals.forEach(flow::record);

    OnboardingId id = OrderIds.of(ORDER);
    Onboarding onboarding = flow.get(id);
    assertThat(onboarding.subscription().orElseThrow().state())
        .isEqualTo(Subscription.State.FROZEN);
    assertThat(onboarding.subscription().orElseThrow().expires()).contains(at(998));
    assertThat(onboarding.outcome()).isEqualTo(Outcome.WAITING);
    assertThat(store.facts(id)).extracting(FactRow::key).doesNotHaveDuplicates().hasSize(17);
  }

  @Property(tries = 300)
  void decide_anySubsetOfFacts_neverThrowsAndNeverRunsWithoutAGateway(
      @ForAll("arrivals") List<Observed> arrivals) {
    FlowState state = FlowState.of(ID, withOrder(arrivals.subList(0, arrivals.size() / 2)));
    MarketplacePlan plan =
        new MarketplacePlan(
            CALLBACKS, Optional.empty(), Optional.empty(), details -> Optional.empty());
    Decider decider =
        new Decider(CALLBACKS, plan, Optional.empty(), Optional.empty(), Pointers.none());

    Agenda agenda =
        decider.decide(state, Notes.fresh(), new AgendaDraft.Attendance(at(100), false));

    assertThat(agenda.ready()).isEmpty();
    assertThat(agenda)
        .isEqualTo(
            decider.decide(state, Notes.fresh(), new AgendaDraft.Attendance(at(100), false)));
  }

  @Property(tries = 300)
  void decide_anySubsetOfFactsWithGateways_readsTheOrderBeforeItChangesAnything(
      @ForAll("arrivals") List<Observed> arrivals, @ForAll boolean orderRead) {
    List<Observed> facts = withOrder(arrivals.subList(0, arrivals.size() / 2));
    if (orderRead) {
      facts.add(
          Observations.orderRead(
              OrderDetails.builder()
                  .order(ORDER)
                  .productId("product")
                  .chargingMode(ChargingMode.PERIOD)
                  .build(),
              at(1)));
    }
    FlowState state = FlowState.of(ID, facts);
    FakeGateways gateways = new FakeGateways(new MovableClock(at(0)));
    Decider decider = withGateways(gateways);

    Agenda agenda =
        decider.decide(state, Notes.fresh(), new AgendaDraft.Attendance(at(100), false));

    List<String> steps = agenda.ready().stream().map(ready -> ready.step().name()).toList();
    if (!orderRead) {
      assertThat(steps).containsExactly(READ_ORDER);
    } else if (state.frozen()) {
      assertThat(steps).isEmpty();
    } else {
      assertThat(steps).doesNotContain(READ_ORDER);
    }
    assertThat(gateways.effects).isEmpty();
  }

  private static Decider withGateways(FakeGateways gateways) {
    Capabilities all =
        new Capabilities(
            true, true, true, new Capabilities.AtGuance(true, false, Duration.ofDays(14)));
    return new Decider(
        all,
        new MarketplacePlan(
            all, Optional.of(gateways), Optional.of(gateways), details -> Optional.empty()),
        Optional.of(new BillingPlan(gateways, Optional.empty())),
        Optional.empty(),
        Pointers.none());
  }

  private static List<Observed> withOrder(List<Observed> facts) {
    List<Observed> all = new ArrayList<>(facts);
    all.add(
        Observed.of(FactKind.ORDERED, Source.PARTNER)
            .names(Names.builder().order(ORDER).build())
            .build());
    return all;
  }

  @Property(tries = 300)
  void codec_anyFact_comesBackAsItWas(@ForAll("arrivals") List<Observed> arrivals) {
    FactCodec codec = new FactCodec(Optional.empty());
    Observed fact = arrivals.get(0);
    Observed read = codec.decode(ID, codec.encode(ID, fact));
    assertThat(read.key()).isEqualTo(fact.key());
    assertThat(read.values()).isEqualTo(fact.values());
    assertThat(read.at()).isEqualTo(fact.at());
    assertThat(read.names().instance()).isEqualTo(fact.names().instance());
  }
}
