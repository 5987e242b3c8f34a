package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.examples.ClusterRests.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is stuck with a dead node is seen to be, however often others have tried in vain. */
class ClusterRestsTest {

  private static final Standing BEFORE = new Standing("ORGANIZATION", "WAITING", 3);
  private static final Standing AFTER = new Standing("ORGANIZATION", "WAITING", 4);

  private final ClusterRests rests = new ClusterRests();

  private static long at(int second) {
    return Duration.ofSeconds(second).toNanos();
  }

  @Test
  void look_struckAndTakenOverInVain_restsUntilItMoves() {
    rests.look("a", BEFORE, at(0));
    rests.strike("a", BEFORE, at(2));
    rests.look("a", BEFORE, at(9));
    rests.look("a", BEFORE, at(40));
    rests.look("a", AFTER, at(50));
    rests.look("a", AFTER, at(99));

    assertThat(rests.longestRest()).isEqualTo(Duration.ofSeconds(48));
    assertThat(rests.longestTurn()).isEqualTo(Duration.ofSeconds(49));
  }

  @Test
  void look_struckAndNeverMoved_restsToTheLastLook() {
    rests.strike("a", BEFORE, at(2));
    rests.look("a", BEFORE, at(60));

    assertThat(rests.longestRest()).isEqualTo(Duration.ofSeconds(58));
    assertThat(rests.longestTurn()).isEqualTo(Duration.ZERO);
  }

  @Test
  void complete_struck_countsToTheEnd() {
    rests.strike("a", BEFORE, at(2));
    rests.complete("a", at(12));
    rests.complete("a", at(90));

    assertThat(rests.longestRest()).isEqualTo(Duration.ofSeconds(10));
  }
}
