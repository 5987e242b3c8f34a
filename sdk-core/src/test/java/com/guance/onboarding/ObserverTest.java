package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What metrics and logs get to know of a step. */
class ObserverTest {

  private static final String KEY = "onboardingId";
  private static final String STEP = "create organization";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways gateways = new FakeGateways(clock).order(FlowTest.ORDER, "buyer-1");
  private final List<String> seen = new ArrayList<>();

  private OnboardingFlow flow(FlowObserver observer) {
    return OnboardingFlow.builder()
        .store(InMemoryStore.create())
        .clock(clock)
        .marketplace(gateways)
        .billing(gateways)
        .observer(observer)
        .build();
  }

  private final FlowObserver recorder =
      new FlowObserver() {
        @Override
        public void stepStarted(OnboardingId id, String step, int attempt) {
          note(id, step, "started, attempt " + attempt);
        }

        @Override
        public void stepEnded(OnboardingId id, String step, Duration took) {
          note(id, step, "ended after " + took);
        }

        @Override
        public void stepFailed(OnboardingId id, String step, String code) {
          note(id, step, "failed with " + code);
        }

        private void note(OnboardingId id, String step, String what) {
          assertThat(MDC.get(KEY)).isEqualTo(id.value());
          if (step.equals(STEP)) {
            seen.add(what);
          }
        }
      };

  @Test
  void observer_ofAStepThatFailsOnce_hearsCodeAttemptsAndDuration() {
    OnboardingFlow flow = flow(recorder);
    OnboardingId id = flow.begin(FlowTest.request().build());
    gateways.beforeEffect =
        () -> {
          throw new UnavailableException(
              Refusal.of("fake", "create organization").status(503).code("DOWN").build());
        };
    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id);
    clock.set(waiting.notBefore().orElseThrow());
    gateways.organizations.clear();
    gateways.beforeEffect = () -> clock.set(clock.instant().plusSeconds(2));
    flow.advance(id);

    assertThat(seen)
        .containsExactly(
            "started, attempt 1", "failed with DOWN", "started, attempt 2", "ended after PT2S");
  }

  @Test
  void observer_thatThrows_changesNothing() {
    FlowObserver failing =
        new FlowObserver() {
          @Override
          public void stepStarted(OnboardingId id, String step, int attempt) {
            throw new IllegalStateException("the metrics are down");
          }

          @Override
          public void stepEnded(OnboardingId id, String step, Duration took) {
            throw new IllegalStateException("the metrics are down");
          }
        };
    OnboardingFlow flow = flow(failing);
    OnboardingId id = flow.begin(FlowTest.request().build());

    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id, FlowTest.answers());
    clock.set(waiting.notBefore().orElseThrow());
    assertThat(flow.advance(id, FlowTest.answers())).isInstanceOf(Progress.Completed.class);
    assertThat(gateways.effects).doesNotHaveDuplicates().contains("workspace binding");
  }

  @Test
  void observer_ofAnOnboarding_hearsOfStepsThatHaveAChineseName() {
    List<String> steps = new ArrayList<>();
    OnboardingFlow flow =
        flow(
            new FlowObserver() {
              @Override
              public void stepStarted(OnboardingId id, String step, int attempt) {
                steps.add(step);
              }
            });
    OnboardingId id = flow.begin(FlowTest.request().build());
    flow.advance(id, FlowTest.answers());

    assertThat(steps)
        .hasSizeGreaterThan(10)
        .contains("send the code to register the billing account");
    assertThat(steps)
        .allSatisfy(
            step ->
                assertThat(new Problem.What(Optional.empty(), step + " was refused").ruleZh())
                    .endsWith("被拒绝")
                    .doesNotContain(step));
  }

  @Test
  void mdc_afterAdvance_holdsWhatTheCallerHadPutThere() {
    OnboardingFlow flow = flow(recorder);
    OnboardingId id = flow.begin(FlowTest.request().build());
    try {
      MDC.put(KEY, "the caller's own");
      flow.advance(id);
      assertThat(MDC.get(KEY)).isEqualTo("the caller's own");

      MDC.remove(KEY);
      flow.advance(id);
      assertThat(MDC.get(KEY)).isNull();
    } finally {
      MDC.remove(KEY);
    }
    assertThat(seen).contains("started, attempt 1");
  }
}
