package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.error.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what is recorded with what is out there, stage by stage. It only reads. */
final class Comparer {

  private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);

  private final Map<Stage, Sights.Look> looks = new EnumMap<>(Stage.class);

  /** What can be looked at here; a stage that nobody looks at cannot be compared. */
  Comparer(List<Sights> sights) {
    sights.stream()
        .flatMap(side -> side.looks().stream())
        .forEach(look -> looks.put(look.stage(), look));
  }

  /**
   * Looks at every stage.
   *
   * @param now tells the time
   * @param enough when no further look may begin
   */
  List<Sighting> compare(
      Ledger.Work work, java.util.function.Supplier<Instant> now, Optional<Instant> enough) {
    FlowState known = work.state();
    boolean ended = work.notes().outcome() != Outcome.WAITING || known.has(FactKind.IMPORTED);
    StepContext seen = StepContext.looking(known, now.get());
    List<Sighting> sightings = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage != Stage.COMPLETED) {
        boolean late = enough.filter(end -> !now.get().isBefore(end)).isPresent();
        Sighting sighting = late ? tooLate(stage) : look(stage, new Vantage(known, seen, ended));
        for (Mending mending : sighting.mendings()) {
          if (mending.possible()) {
            seen = seen.with(mending.facts().apply(seen));
          }
        }
        sightings.add(sighting);
      }
    }
    return sightings;
  }

  /** One side that fails must not keep the others from being compared. */
  private Sighting look(Stage stage, Vantage view) {
    Sights.Look look = looks.get(stage);
    if (look == null) {
      return Sighting.notConfigured(stage);
    }
    try {
      return look.at().apply(view);
    } catch (StoreException failure) {
      throw failure;
    } catch (RuntimeException failure) {
      Problem problem = Failures.of(failure, "comparing " + stage).problem();
      LOG.debug("comparing {} failed: {}", stage, problem.code());
      return Sighting.failed(stage, problem);
    }
  }

  private static Sighting tooLate(Stage stage) {
    return Sighting.failed(
        stage,
        new Problem(
            "NO_TIME_LEFT",
            new Problem.What(Optional.empty(), "the sides before it took too long to answer"),
            Problem.Mender.NOBODY,
            "Repair again; what is repaired stays so."));
  }
}
