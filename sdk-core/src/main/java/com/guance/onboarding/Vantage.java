package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at a stage starts from.
 *
 * @param known what is recorded
 * @param seen the same, with what earlier looks have shown: what to ask for is taken from there
 * @param ended whether the onboarding has ended, so that no stage opens again
 */
record Vantage(FlowState known, StepContext seen, boolean ended) {

  Organizations organizations() {
    return known.organizations();
  }

  Organizations seenOrganizations() {
    return seen.organizations();
  }

  Mending unrecorded(Stage stage, Map<String, String> there, List<Observed> read, Set<Field> uses) {
    return new Mending(
        new Drift(stage, Drift.Kind.UNRECORDED, Map.of(), there, Optional.of(Drift.Repair.ADOPT)),
        context -> Readings.adopted(context, read),
        uses);
  }

  /** Recorded, and not there any more: everything of these kinds is taken back. */
  Mending gone(Stage stage, Drift.Kind kind, Map<String, String> here, List<FactKind> kinds) {
    Drift.Repair repair = ended ? Drift.Repair.RECORD : Drift.Repair.REOPEN;
    return new Mending(
        new Drift(stage, kind, here, Map.of(), Optional.of(repair)),
        context -> Readings.takenBack(context, kinds),
        Set.of());
  }

  /** The same thing with other values, which are taken over. */
  static Mending differs(Stage stage, Observed local, Observed remote, Set<Detail> different) {
    return new Mending(
        new Drift(
            stage,
            Drift.Kind.DIFFERS,
            Contrast.shown(local, different),
            Contrast.shown(remote, different),
            Optional.of(Drift.Repair.ADOPT)),
        context -> List.of(withValues(context, local, remote, different)),
        Set.of());
  }

  private static Observed withValues(
      StepContext context, Observed local, Observed remote, Set<Detail> different) {
    Observed.Builder fact = Readings.latest(context, local);
    different.forEach(detail -> fact.with(detail, remote.value(detail)));
    return fact.build();
  }

  /** A drift that nothing here can mend. */
  static Mending reported(
      Stage stage, Drift.Kind kind, Map<String, String> here, Map<String, String> there) {
    return new Mending(
        new Drift(stage, kind, here, there, Optional.empty()), context -> List.of(), Set.of());
  }
}
