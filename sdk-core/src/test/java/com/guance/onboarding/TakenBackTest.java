package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway.NewOrganization;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import com.guance.onboarding.spi.ObservedOrganization;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reading that takes a proof back reopens the stage before the end, and not after it. */
class TakenBackTest {

  private static final TenantId TENANT = new TenantId("tenant-gcy");
  private static final InstanceId INSTANCE = new InstanceId("instance-1");
  private static final Names ORGANIZATION =
      Names.builder().order(FlowTest.ORDER).tenant(TENANT).build();
  private static final Names APP =
      Names.builder().order(FlowTest.ORDER).tenant(TENANT).app(new AppId("app-1")).build();

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways gateways = new FakeGateways(clock).order(FlowTest.ORDER, "buyer-1");
  private final InMemoryStore store = InMemoryStore.create();

  private Instant at(int second) {
    return clock.instant().plusSeconds(second);
  }

  private void organization(OnboardingFlow flow, boolean bound, int second) {
    flow.record(
        Observations.tenantSynced(
            ORGANIZATION,
            new ObservedOrganization("gcy", "GCY Ltd", "https://gcy.example.com"),
            bound,
            at(second)));
  }

  private void member(OnboardingFlow flow, int second) {
    flow.record(
        Observations.memberSynced(APP, ObservedMember.of(TENANT, "Wendy"), true, at(second)));
  }

  private Stage stage(OnboardingFlow flow, OnboardingId id) {
    return flow.get(id).stage();
  }

  @Test
  void tenantSyncOff_afterMembersWereAuthorized_reopensTheBindingUntilItIsBoundAgain() {
    OnboardingFlow flow =
        OnboardingFlow.builder().store(store).clock(clock).callbacks(true).build();
    flow.record(Observations.instanceOpened(FlowTest.ORDER, INSTANCE));
    OnboardingId id = OrderIds.of(FlowTest.ORDER);
    organization(flow, true, 1);
    flow.record(Observations.applicationSynced(APP, "client", Optional.empty(), true, at(2)));
    member(flow, 3);
    assertThat(stage(flow, id)).isEqualTo(Stage.BILLING_ACCOUNT);

    organization(flow, false, 4);
    assertThat(stage(flow, id)).isEqualTo(Stage.ORGANIZATION);

    organization(flow, true, 5);
    assertThat(stage(flow, id)).isEqualTo(Stage.BILLING_ACCOUNT);
  }

  @Test
  void tenantSyncOff_thenASignIn_provesThatItIsBoundAgain() {
    OnboardingFlow flow =
        OnboardingFlow.builder().store(store).clock(clock).callbacks(true).build();
    flow.record(Observations.instanceOpened(FlowTest.ORDER, INSTANCE));
    organization(flow, true, 1);
    flow.record(Observations.applicationSynced(APP, "client", Optional.empty(), true, at(2)));
    organization(flow, false, 3);

    flow.record(Observations.signedIn(APP, ObservedMember.of(TENANT, "Wendy"), at(4)));

    assertThat(stage(flow, OrderIds.of(FlowTest.ORDER))).isEqualTo(Stage.BILLING_ACCOUNT);
  }

  @Test
  void tenantSyncOff_withAGateway_bindsAgainUnderAnotherKeyAndAuthorizesAgain() {
    OnboardingFlow flow =
        OnboardingFlow.builder()
            .store(store)
            .clock(clock)
            .callbacks(true)
            .marketplace(gateways)
            .build();
    OnboardingId id = flow.begin(FlowTest.request().build());
    flow.advance(id, FlowTest.answers());
    assertThat(gateways.effects)
        .containsExactly("organization", "member", "binding", "authorization");

    gateways.bindings.clear();
    gateways.effects.clear();
    organization(flow, false, 60);
    flow.advance(id, FlowTest.answers());

    assertThat(gateways.effects).containsExactly("binding", "authorization");
    assertThat(gateways.keys.get("binding")).hasSize(2).doesNotHaveDuplicates();
    assertThat(flow.get(id).stage()).isEqualTo(Stage.BILLING_ACCOUNT);
  }

  @Test
  void tenantSyncOff_afterTheEnd_staysCompleted() {
    OnboardingFlow flow =
        OnboardingFlow.builder()
            .store(store)
            .clock(clock)
            .callbacks(true)
            .marketplace(gateways)
            .billing(gateways)
            .build();
    OnboardingId id = flow.begin(FlowTest.request().build());
    Progress progress = flow.advance(id, FlowTest.answers());
    for (int i = 0; i < 40 && progress instanceof Progress.Waiting waiting; i++) {
      waiting.notBefore().ifPresent(clock::set);
      progress = flow.advance(id, FlowTest.answers());
    }
    int effects = gateways.effects.size();

    organization(flow, false, 60);

    assertThat(flow.advance(id)).isInstanceOf(Progress.Completed.class);
    assertThat(stage(flow, id)).isEqualTo(Stage.COMPLETED);
    assertThat(gateways.effects).hasSize(effects);
  }

  @Test
  void advance_buyerHasBoundAnotherOrganization_takesThatOneOver() {
    OnboardingFlow flow =
        OnboardingFlow.builder().store(store).clock(clock).marketplace(gateways).build();
    var other =
        gateways.createOrganization(
            new NewOrganization(new HuaweiAccountId("buyer-1"), "Other", new ShortName("other")),
            "by-hand");
    gateways.bind(FlowTest.ORDER, other.tenant(), "by-hand");
    gateways.conflicts = true;
    OnboardingId id = flow.begin(FlowTest.request().build());

    flow.advance(id, FlowTest.answers());

    Onboarding onboarding = flow.get(id);
    assertThat(onboarding.organization().orElseThrow().shortName().value()).isEqualTo("other");
    assertThat(flow.explain(id).remarks())
        .contains("the request names organization gcy, bound is other");
    assertThat(onboarding.stage()).isEqualTo(Stage.BILLING_ACCOUNT);
  }
}
