package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TellingTurnTest {

  private final TellingTurn turn = new TellingTurn();
  private int told;

  private void comeBy(Runnable telling, TellingTurn.Told led) {
    turn.coming();
    turn.comeBy(
        () -> {
          told++;
          telling.run();
          return led;
        });
  }

  private void somebodyComesBy() {
    comeBy(() -> {}, TellingTurn.Told.SOME);
  }

  private void twentyComeByAtTheFirst() {
    for (int i = 0; told == 1 && i < 20; i++) {
      somebodyComesBy();
    }
  }

  @Test
  void comeBy_alone_tellsOnce() {
    comeBy(() -> {}, TellingTurn.Told.SOME);

    assertThat(told).isEqualTo(1);
  }

  @Test
  void comeBy_othersComeMeanwhile_tellsForEachOfThem() {
    comeBy(this::twentyComeByAtTheFirst, TellingTurn.Told.SOME);

    assertThat(told).isEqualTo(21);
  }

  @Test
  void comeBy_othersComeMeanwhileAndNothingIsLeft_looksOnceMore() {
    comeBy(this::twentyComeByAtTheFirst, TellingTurn.Told.ALL);

    assertThat(told).as("what they brought may have come after the look").isEqualTo(2);
  }

  @Test
  void comeBy_hasToldForManyAndSomebodyIsStillToCome_leavesTheRestToHim() {
    turn.coming();
    comeBy(this::twentyComeByAtTheFirst, TellingTurn.Told.SOME);
    assertThat(told).isEqualTo(TellingTurn.FAIR);

    turn.comeBy(
        () -> {
          told++;
          return TellingTurn.Told.SOME;
        });
    assertThat(told).as("one for each that came").isEqualTo(22);
  }

  @Test
  void comeBy_listenersFail_endsThoughOthersHaveCome() {
    comeBy(this::twentyComeByAtTheFirst, TellingTurn.Told.FAILED);

    assertThat(told).isEqualTo(1);
  }

  @Test
  void comeBy_tellingThrows_theNextOneHasTheTurn() {
    Runnable breaks =
        () -> {
          throw new IllegalStateException("the store is down");
        };

    assertThatThrownBy(() -> comeBy(breaks, TellingTurn.Told.ALL))
        .isInstanceOf(IllegalStateException.class);
    comeBy(() -> {}, TellingTurn.Told.SOME);

    assertThat(told).isEqualTo(2);
  }

  @Test
  void alone_whileSomebodyTells_isNotDone() {
    boolean[] done = new boolean[1];
    comeBy(() -> done[0] = turn.alone(() -> true), TellingTurn.Told.ALL);

    assertThat(done[0]).isFalse();
    assertThat(turn.alone(() -> true)).isTrue();
  }
}
