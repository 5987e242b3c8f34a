package com.guance.onboarding.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.error.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PauseTest {

  private final List<Duration> waits = new ArrayList<>();

  @Test
  void after_lostAgainAndAgain_waitsDifferentlyFromTheThirdAttemptOnAndNotForLong() {
    Pause pause = new Pause(waits::add, new Random(1));

    pause.after(1, "commit");
    assertThat(waits).isEmpty();
    for (int attempt = 2; attempt < 20; attempt++) {
      pause.after(attempt, "commit");
    }

    assertThat(waits).hasSize(18);
    assertThat(waits.stream().distinct()).hasSizeGreaterThan(9);
    assertThat(waits)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofMillis(100)));
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void after_interrupted_saysSoAndKeepsTheInterrupt() {
    Pause pause =
        new Pause(
            time -> {
              throw new InterruptedException();
            },
            new Random(1));

    assertThatThrownBy(() -> pause.after(2, "commit"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
