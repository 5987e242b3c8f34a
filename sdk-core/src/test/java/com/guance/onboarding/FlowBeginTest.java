package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedOrganization;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request, or facts that come before it, begin and what they do not. */
class FlowBeginTest {

  private final FlowTest world = new FlowTest();

  @Test
  void begin_differentAnswer_isReplacedBeforeUseAndRefusedAfter() {
    OnboardingId id = world.flow.begin(request().build());
    world.flow.begin(OnboardingRequest.of(ORDER).organization("GCY Ltd", "gcy2").build());
    world.flow.advance(id, answers());
    assertThat(world.gateways.organizations).containsOnlyKeys("buyer-1/gcy2");

    OnboardingRequest other = OnboardingRequest.of(ORDER).organization("GCY Ltd", "gcy3").build();
    assertThatThrownBy(() -> world.flow.begin(other))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("organization.shortName");
  }

  @Test
  void begin_claimedAccountIsNotTheBuyers_opensNothing() {
    OnboardingId id =
        world.flow.begin(request().with(Field.HUAWEI_ACCOUNT_ID, "somebody-else").build());

    Progress.Waiting waiting = (Progress.Waiting) world.flow.advance(id, answers());

    assertThat(waiting.problem().orElseThrow().code()).isEqualTo("HUAWEI_ACCOUNT_CONFLICT");
    assertThat(world.gateways.effects).isEmpty();
  }

  @Test
  void factsForNobodyYet_waitUntilTheirOrderAppears() {
    InstanceId instance = new InstanceId("business-1");
    Names names =
        Names.builder().instance(instance).orderId("CS-1").tenant(new TenantId("t-1")).build();
    var organization = new ObservedOrganization("gcy", "GCY", "https://gcy.example.com");
    assertThat(
            world.flow.record(
                Observations.tenantSynced(names, organization, true, world.clock.instant())))
        .isEmpty();

    world.flow.record(Observations.instanceOpened(ORDER, instance));

    assertThat(world.flow.find(new LookupKey.ByTenant(new TenantId("t-1")))).hasSize(1);
  }

  @Test
  void existingInstance_isImportedAsCompletedAndHeardOf() {
    List<Subscription.State> heard = new ArrayList<>();
    OnboardingFlow listening =
        OnboardingFlow.builder()
            .store(world.store)
            .clock(world.clock)
            .subscriptionListener((event, id, subscription) -> heard.add(subscription.state()))
            .build();
    InstanceId instance = new InstanceId("sold-before");
    OnboardingId id =
        listening.begin(OnboardingRequest.of(ORDER).existingInstance(instance).build());
    assertThat(listening.advance(id)).isInstanceOf(Progress.Completed.class);

    listening.record(
        Observations.status(instance, Subscription.State.FROZEN, world.clock.instant()));
    listening.resumeDue(10);

    assertThat(heard).containsExactly(Subscription.State.FROZEN);
    assertThat(listening.advance(id)).isInstanceOf(Progress.Completed.class);
  }
}
