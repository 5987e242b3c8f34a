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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what is recorded with what is out there, stage by stage. It only reads. */
final class Comparer {

  private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);
  private static final List<Sights.Look> NOBODY = List.of();

  private final Map<Stage, List<Sights.Look>> looks = new EnumMap<>(Stage.class);

  /** What can be looked at here, by whom; a stage that nobody looks at cannot be compared. */
  Comparer(List<Sights> sights) {
    sights.stream()
        .flatMap(side -> side.looks().stream())
        .forEach(look -> looks.computeIfAbsent(look.stage(), any -> new ArrayList<>()).add(look));
  }

  /**
   * Looks at every stage.
   *
   * @param now tells the time
   * @param enough when no further look may begin
   */
  List<Sighting> compare(Ledger.Work work, Supplier<Instant> now, Optional<Instant> enough) {
    FlowState known = work.state();
    boolean ended = work.notes().outcome() != Outcome.WAITING || known.has(FactKind.IMPORTED);
    StepContext seen = StepContext.looking(known, now.get());
    List<Sighting> sightings = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage != Stage.COMPLETED) {
        List<Sighting> ofTheStage = new ArrayList<>(2);
        for (Sights.Look look : looks.getOrDefault(stage, NOBODY)) {
          boolean late = enough.filter(end -> !now.get().isBefore(end)).isPresent();
          Sighting sighting = late ? tooLate(stage) : look(look, new Vantage(known, seen, ended));
          seen = withWhatItShows(seen, sighting);
          ofTheStage.add(sighting);
        }
        sightings.add(
            ofTheStage.stream().reduce(Sighting::and).orElse(Sighting.notConfigured(stage)));
      }
    }
    return sightings;
  }

  private static StepContext withWhatItShows(StepContext seen, Sighting sighting) {
    StepContext shown = seen;
    for (Mending mending : sighting.mendings()) {
      if (mending.possible()) {
        shown = shown.with(mending.facts().apply(shown));
      }
    }
    return shown;
  }

  /** One side that fails must not keep the others from being compared. */
  private static Sighting look(Sights.Look look, Vantage view) {
    try {
      return look.at().apply(view);
    } catch (StoreException failure) {
      throw failure;
    } catch (RuntimeException failure) {
      String what = "comparing " + look.stage();
      Failures.Failure meaning = Failures.of(failure, what);
      Failures.log(LOG, what, failure, meaning);
      return Sighting.failed(look.stage(), meaning.problem());
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
