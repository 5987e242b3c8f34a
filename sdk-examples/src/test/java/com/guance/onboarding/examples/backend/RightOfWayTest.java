package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The work behind waits for answers, and never for long. */
class RightOfWayTest {

  private long now = 1;
  private Runnable meanwhile = () -> {};
  private final RightOfWay way =
      new RightOfWay(
          () -> now,
          nanos -> {
            now += nanos;
            meanwhile.run();
          });

  private Duration waited() {
    long start = now;
    way.give();
    return Duration.ofNanos(now - start);
  }

  @Test
  void give_noAnswerUnderWay_goesOnAtOnce() {
    way.enter();
    way.leave();

    assertThat(waited()).isZero();
  }

  @Test
  void give_answerEnds_goesOnThen() {
    way.enter();
    way.enter();
    meanwhile = way::leave;

    assertThat(waited()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void give_answersNeverEnd_goesOnAfterTwentyMilliseconds() {
    way.enter();

    assertThat(waited()).isEqualTo(Duration.ofMillis(20));
  }
}
