package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.error.ConflictException;
import org.junit.jupiter.api.Test;

/** Details of an onboarding that has ended: refused with the reason, or the same as before. */
class BeginTooLateTest {

  private final FlowTest world = new FlowTest();
  private final OnboardingId id = world.flow.begin(request().build());

  private void refused(String reason) {
    int kept = world.store.facts(id).size();
    OnboardingRequest other = OnboardingRequest.of(ORDER).organization("Other", "other").build();
    assertThatThrownBy(() -> world.newFlow().begin(other))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("organization.name")
        .hasMessageContaining("has ended: " + reason);
    assertThat(world.store.facts(id)).hasSize(kept);
  }

  @Test
  void begin_otherDetailsOfACancelledOnboarding_isRefusedWithTheReason() {
    world.flow.cancel(id, "the buyer changed his mind");

    refused("the buyer changed his mind");
  }

  /** Withdrawn, and nobody has advanced it since. */
  @Test
  void begin_otherDetailsOfAWithdrawnOnboarding_isRefusedAtOnce() {
    world.flow.record(new Fact.Withdrawn(id, "ordered twice"));

    refused("ordered twice");
  }

  @Test
  void begin_sameDetailsOfACancelledOnboarding_isTheSameOnboarding() {
    world.flow.cancel(id, "the buyer changed his mind");

    assertThat(world.flow.begin(request().build())).isEqualTo(id);
    assertThat(world.flow.begin(OnboardingRequest.of(ORDER).build())).isEqualTo(id);
  }

  /** Cancelling what is complete ends nothing, and details of it are treated as before. */
  @Test
  void begin_afterCompletion_namesWhatWasUsed() {
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    world.flow.cancel(id, "too late");

    OnboardingRequest other = OnboardingRequest.of(ORDER).organization("Other", "other").build();
    assertThatThrownBy(() -> world.flow.begin(other))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("has been used");
  }
}
