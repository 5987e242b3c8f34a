package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.Subscription.State;
import com.guance.onboarding.spi.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees of a subscription that KooGallery has frozen or released. */
class CountdownTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final InstanceId INSTANCE = new InstanceId("inst-1");

  private final MovableClock clock = new MovableClock(START);
  private final OnboardingFlow flow = OnboardingFlow.builder().clock(clock).build();
  private final OnboardingId id = begin(flow);

  private static OnboardingId begin(OnboardingFlow flow) {
    return flow.begin(
        OnboardingRequest.of(new OrderKey("CS-1", "CS-1-000001"))
            .existingInstance(INSTANCE)
            .build());
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private void status(State state, int day) {
    flow.record(Observations.status(INSTANCE, state, day(day)));
  }

  private Subscription subscription() {
    return flow.get(id).subscription().orElseThrow();
  }

  @Test
  void subscription_thatRuns_isNotLocked() {
    assertThat(subscription().lockedAt()).isEmpty();
    assertThat(subscription().dataGoneAt()).isEmpty();
    assertThat(flow.explain(id).remarks()).noneMatch(remark -> remark.contains("locked"));
  }

  @Test
  void freeze_thatIsRepeated_startsNoSecondCountdown_andUnfreezeEndsIt() {
    status(State.FROZEN, 1);
    status(State.FROZEN, 3);
    assertThat(subscription().lockedAt()).contains(day(1));
    assertThat(subscription().dataGoneAt()).contains(day(15));

    status(State.ACTIVE, 5);
    assertThat(subscription().lockedAt()).isEmpty();

    status(State.FROZEN, 7);
    assertThat(subscription().lockedAt()).contains(day(7));
  }

  @Test
  void release_ofWhatIsFrozen_keepsTheDateOfTheFreeze() {
    flow.record(Observations.released(INSTANCE, day(4)));
    status(State.FROZEN, 1);

    assertThat(subscription().state()).isEqualTo(State.RELEASED);
    assertThat(subscription().lockedAt()).contains(day(1));
    assertThat(subscription().dataGoneAt()).contains(day(15));
  }

  @Test
  void release_ofWhatRuns_countsFromItself() {
    status(State.FROZEN, 1);
    status(State.ACTIVE, 2);
    flow.record(Observations.released(INSTANCE, day(4)));

    assertThat(subscription().lockedAt()).contains(day(4));
    assertThat(subscription().dataGoneAt()).contains(day(18));
  }

  @ParameterizedTest
  @CsvSource({"P13D, true", "P13DT23H59M59.999S, true", "P14D, false", "P15D, false"})
  void explain_whileTheDataIsKept_namesBothDates(Duration later, boolean kept) {
    flow.record(Observations.released(INSTANCE, START));
    clock.set(START.plus(later));

    List<String> remarks = flow.explain(id).remarks();

    assertThat(remarks)
        .contains(
            kept
                ? "what settles through the Huawei account is locked since 2026-03-01T08:00:00Z;"
                    + " its data is gone at 2026-03-15T08:00:00Z unless it is unlocked before, in"
                    + " the Billing Center"
                : "what settled through the Huawei account was locked at 2026-03-01T08:00:00Z;"
                    + " unless it was unlocked, its data is gone since 2026-03-15T08:00:00Z");
    assertThat(flow.explain(id).toString()).contains("2026-03-15T08:00:00Z");
  }

  @Test
  void release_whereClosingLocksNothing_showsNoCountdown() {
    OnboardingFlow switching =
        OnboardingFlow.builder().clock(clock).dataKept(Duration.ZERO).build();
    OnboardingId other = begin(switching);
    switching.record(Observations.released(INSTANCE, START));

    assertThat(switching.get(other).subscription().orElseThrow().lockedAt()).isEmpty();
    assertThat(switching.get(other).subscription().orElseThrow().state()).isEqualTo(State.RELEASED);
  }
}
