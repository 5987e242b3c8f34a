package com.guance.onboarding;

import com.guance.onboarding.domain.Stage;
import java.util.List;
import java.util.function.Function;

/** Looks at one side, stage by stage. It only reads. */
interface Sights {

  /**
   * A look at one stage.
   *
   * @param stage which
   * @param at looks
   */
  record Look(Stage stage, Function<Vantage, Sighting> at) {}

  /** The looks, in the order of the stages: later ones may need what earlier ones have shown. */
  List<Look> looks();
}
