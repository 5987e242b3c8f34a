package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeftAloneTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MovableClock clock = new MovableClock(START);
  private final LeftAlone leftAlone = new LeftAlone(clock);

  @Test
  void now_aWhileLater_nobodyIsLeftAloneAnyMore() {
    leftAlone.add(id(1));
    clock.set(START.plusSeconds(30));
    leftAlone.add(id(2));
    leftAlone.add(id(1));

    assertThat(leftAlone.now()).containsExactlyInAnyOrder(id(1), id(2));
    clock.set(START.plus(LeftAlone.WHILE));
    assertThat(leftAlone.now()).containsExactly(id(2));
    clock.set(START.plus(LeftAlone.WHILE).plusSeconds(30));
    assertThat(leftAlone.now()).isEmpty();
  }

  @Test
  void add_moreThanAreKnown_theOldestIsLetGo() {
    for (int i = 0; i <= LeftAlone.MOST; i++) {
      leftAlone.add(id(i));
    }

    assertThat(leftAlone.now())
        .hasSize(LeftAlone.MOST)
        .doesNotContain(id(0))
        .contains(id(LeftAlone.MOST));
  }

  private static OnboardingId id(int number) {
    return new OnboardingId("ob-" + number);
  }
}
