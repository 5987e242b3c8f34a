package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OnboardingId;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private final FlowTest world = new FlowTest();

  @Test
  @SuppressWarnings(
      "NullAway") // as a lambda of a partner's may, who is not held to the annotations
  void to_givesNull_isNamedAsTheMistake() {
    OnboardingId id = world.flow.begin(FlowTest.request().build());

    assertThatThrownBy(() -> world.flow.advance(id, task -> null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Answers.to gave null; let it give Optional.empty()");
  }
}
