package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.TransportException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that KooGallery does not know: late, mistyped, or somebody else's. */
class UnknownOrderTest {

  private final FlowTest world = new FlowTest();
  private final Instant start = world.clock.instant();

  @BeforeEach
  void nobodyKnowsIt() {
    world.gateways.orders.clear();
  }

  private static Problem problem(OnboardingFlow flow, OnboardingId id) {
    return ((Progress.Waiting) flow.advance(id)).problem().orElseThrow();
  }

  @Test
  void advance_orderUnknown_namesItAndAfterAnHourThePartner() {
    OnboardingId id = world.flow.begin(FlowTest.request().build());

    Problem first = problem(world.flow, id);
    assertThat(first.code()).isEqualTo("ORDER_NOT_FOUND");
    assertThat(first.field()).contains("order.orderId");
    assertThat(first.mender()).isEqualTo(Problem.Mender.NOBODY);

    world.clock.set(start.plus(Duration.ofHours(1)).minusMillis(1));
    assertThat(problem(world.flow, id).mender()).isEqualTo(Problem.Mender.NOBODY);
    world.clock.set(start.plus(Duration.ofHours(1)));
    assertThat(problem(world.newFlow(), id).mender()).isEqualTo(Problem.Mender.PARTNER);
    assertThat(world.flow.explain(id).toString())
        .contains("problem: ORDER_NOT_FOUND order.orderId")
        .contains("Compare the ids of order and line");
  }

  @Test
  void advance_orderKnownAfterAll_goesOnWithoutTheProblem() {
    OnboardingId id = world.flow.begin(FlowTest.request().build());
    problem(world.flow, id);
    world.clock.set(start.plus(Duration.ofDays(2)));
    assertThat(problem(world.flow, id).mender()).isEqualTo(Problem.Mender.PARTNER);
    Progress.Waiting waiting = (Progress.Waiting) world.flow.advance(id);
    assertThat(waiting.notBefore()).as("it is still looked up").isPresent();

    world.gateways.order(ORDER, "buyer-1");
    waiting.notBefore().ifPresent(world.clock::set);

    assertThat(((Progress.Waiting) world.flow.advance(id)).problem()).isEmpty();
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }

  /** Nothing but what comes after the last look counts, and what only passes does not hide it. */
  @Test
  void advance_callsFailBetween_showWhatSaysMore() {
    OnboardingId id = world.flow.begin(FlowTest.request().build());
    problem(world.flow, id);

    fails(TransportException.withoutEffect("fake", "find order", "cut off", null));
    assertThat(problem(world.flow, id).code()).isEqualTo("ORDER_NOT_FOUND");

    fails(
        new AuthenticationException(
            Refusal.of("fake", "find order").code("BAD_TOKEN").status(401).build()));
    assertThat(problem(world.flow, id).code()).isEqualTo("BAD_TOKEN");

    later();
    world.gateways.beforeOrder = () -> {};
    assertThat(problem(world.flow, id).code()).isEqualTo("ORDER_NOT_FOUND");
  }

  private void fails(RuntimeException failure) {
    later();
    world.gateways.beforeOrder =
        () -> {
          throw failure;
        };
  }

  private void later() {
    world.clock.set(world.clock.instant().plus(Duration.ofHours(6)));
  }
}
