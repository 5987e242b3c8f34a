package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.OrderSource;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.store.InMemorySecretStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flow's builder refuses, and what a flow closes. */
class FlowSettingsTest {

  private static OnboardingFlowBuilder set(
      OnboardingFlowBuilder builder, String field, Duration time) {
    return switch (field) {
      case "claim" -> builder.claim(time);
      case "remindAfter" -> builder.remindAfter(time);
      case "dataKept" -> builder.dataKept(time);
      default -> throw new IllegalArgumentException(field);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "claim, PT-5S, from 3 seconds to an hour",
    "claim, PT0S, from 3 seconds to an hour",
    "claim, PT2.999S, from 3 seconds to an hour",
    "claim, PT1H0.001S, from 3 seconds to an hour",
    "remindAfter, PT0.999S, from a second to ten years",
    "remindAfter, P3654D, from a second to ten years",
    "dataKept, PT-0.001S, from zero to ten years",
    "dataKept, P3654D, from zero to ten years"
  })
  void build_timeOutOfBounds_isRefusedAtOnceWithFieldAndRule(
      String field, Duration time, String rule) {
    OnboardingFlowBuilder builder = OnboardingFlow.builder();

    assertThatThrownBy(() -> set(builder, field, time))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.rule()).isEqualTo("must be " + rule);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "claim, PT3S",
    "claim, PT1H",
    "remindAfter, PT1S",
    "remindAfter, P3653D",
    "dataKept, PT0S",
    "dataKept, P3653D"
  })
  void build_timeAtTheBounds_works(String field, Duration time) {
    OnboardingFlow flow =
        set(OnboardingFlow.builder().orders(order -> Optional.<OrderDetails>empty()), field, time)
            .build();
    OnboardingId id = flow.begin(OnboardingRequest.of(new OrderKey("CS-1", "CS-1-1")).build());

    assertThatCode(() -> flow.advance(id)).doesNotThrowAnyException();
  }

  @Test
  void close_oneObjectHandedInForSeveralParts_closesItOnce() {
    Everything one = new Everything();

    OnboardingFlow.builder()
        .orders(one)
        .verification(one, InMemorySecretStore.create())
        .build()
        .close();

    assertThat(one.closed).isEqualTo(1);
  }

  /** An order source that is the verifier, too. */
  private static final class Everything implements OrderSource, WorkspaceVerifier, AutoCloseable {
    private int closed;

    @Override
    public Everything within(Duration time) {
      return this;
    }

    @Override
    public Optional<OrderDetails> order(OrderKey order) {
      return Optional.empty();
    }

    @Override
    public Seen verify(Expected expected, Secret key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> firstHost(Expected expected, Secret key) {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
