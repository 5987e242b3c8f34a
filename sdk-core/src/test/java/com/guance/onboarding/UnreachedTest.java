package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.error.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A side that is not there, or something else that answers in its place. */
class UnreachedTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final FlowTest world = new FlowTest();
  private final Instant start = world.clock.instant();
  private final OnboardingId id = world.flow.begin(FlowTest.request().build());

  private void fails(OnboardingException failure) {
    world.gateways.beforeOrder =
        () -> {
          throw failure;
        };
  }

  private void answers() {
    world.gateways.beforeOrder = () -> {};
  }

  /** The first moment after a time at which it is tried, by a node that remembers nothing. */
  private Problem triedAfter(Duration time) {
    world.clock.set(start.plus(time));
    OnboardingFlow flow = world.newFlow();
    ((Progress.Waiting) flow.advance(id))
        .notBefore()
        .filter(world.clock.instant()::isBefore)
        .ifPresent(world.clock::set);
    return ((Progress.Waiting) flow.advance(id)).problem().orElseThrow();
  }

  static Stream<Arguments> silence() {
    return Stream.of(
        Arguments.of(
            ProtocolException.ofBody("fake", "find order", "is a web page, not JSON", "r-1"),
            "PROTOCOL",
            "body is a web page, not JSON"),
        Arguments.of(
            TransportException.withoutEffect("fake", "find order", "cannot connect", null),
            "TRANSPORT",
            "cannot connect"),
        Arguments.of(
            new UnavailableException(Refusal.of("fake", "find order").status(503).build()),
            "HTTP_503",
            "it answered with status 503"));
  }

  @ParameterizedTest
  @MethodSource("silence")
  void advance_noAnswerForAnHour_isTheOperatorsAndNamesSideAndTrouble(
      OnboardingException failure, String code, String trouble) {
    fails(failure);

    Problem first = triedAfter(Duration.ZERO);
    assertThat(first.code()).isEqualTo(code);
    assertThat(first.rule()).isEqualTo("read order did not get through to fake: " + trouble);
    assertThat(first.mender()).isEqualTo(Problem.Mender.NOBODY);
    assertThat(triedAfter(HOUR.minusMinutes(20)).mender()).isEqualTo(Problem.Mender.NOBODY);

    Problem lasting = triedAfter(HOUR);
    assertThat(lasting.code()).isEqualTo(code);
    assertThat(lasting.rule()).isEqualTo(first.rule());
    assertThat(lasting.mender()).isEqualTo(Problem.Mender.OPERATOR);
    assertThat(lasting.remedy()).startsWith("Check that fake can be reached at the address");
    assertThat(((Progress.Waiting) world.flow.advance(id)).notBefore())
        .as("still tried")
        .isPresent();

    answers();
    world.clock.set(start.plus(HOUR.multipliedBy(3)));
    assertThat(((Progress.Waiting) world.flow.advance(id)).problem()).isEmpty();
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void advance_answersBetweenTwoOutages_startsTheHourAnew() {
    fails(TransportException.withoutEffect("fake", "find order", "cannot connect", null));
    triedAfter(Duration.ZERO);
    world.gateways.orders.clear();
    answers();
    assertThat(triedAfter(HOUR.minusMinutes(30)).code()).isEqualTo("ORDER_NOT_FOUND");

    fails(TransportException.withoutEffect("fake", "find order", "cannot connect", null));
    assertThat(triedAfter(HOUR.plusMinutes(20)).mender()).isNotEqualTo(Problem.Mender.OPERATOR);
    assertThat(triedAfter(HOUR.multipliedBy(3)).mender()).isEqualTo(Problem.Mender.OPERATOR);
  }

  /** It is there, and says so itself. */
  @Test
  void advance_tooBusyForHours_passesByItself() {
    fails(
        new RateLimitedException(
            Refusal.of("fake", "find order").code("BUSY").status(429).build()));
    triedAfter(Duration.ZERO);

    Problem busy = triedAfter(HOUR.multipliedBy(5));

    assertThat(busy.rule()).isEqualTo("read order did not get through");
    assertThat(busy.mender()).isEqualTo(Problem.Mender.NOBODY);
  }
}
