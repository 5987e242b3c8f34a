package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Drift;
import com.guance.onboarding.Progress;
import com.guance.onboarding.Reconciliation;
import com.guance.onboarding.Reconciliation.Comparison;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.OnboardingEmulator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Is it still so? Asked of Guance's own APIs, with the key that the buyer has given. */
@OnboardingEmulator
final class VerifiedReconcileTest extends VerifiedJourneys {

  VerifiedReconcileTest(Emulator emulator) {
    super(emulator);
  }

  /** Frozen a moment ago; the OpenAPI tells the second of it. */
  private Drift locked() {
    Instant since = emulator.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new Drift(
        Stage.WORKSPACE,
        Drift.Kind.DIFFERS,
        Map.of("lock", "PROVEN"),
        Map.of("lock", "WRONG LOCKED " + since),
        Optional.of(Drift.Repair.ADOPT));
  }

  private static Comparison comparison(Reconciliation report, Stage stage) {
    return report.comparisons().stream()
        .filter(one -> one.stage() == stage)
        .findFirst()
        .orElseThrow();
  }

  private static String rule(Reconciliation report, Stage stage) {
    return comparison(report, stage).problem().orElseThrow().rule();
  }

  @Test
  void reconcile_nothingHasChanged_isTheSame() {
    VerifiedJourney journey = journey();
    journey.run();

    Reconciliation report = journey.flow.reconcile(journey.id);

    assertThat(report.drifts()).isEmpty();
    assertThat(comparison(report, Stage.WORKSPACE).result()).isEqualTo(Comparison.Result.SAME);
    assertThat(comparison(report, Stage.DATAKIT).result()).isEqualTo(Comparison.Result.SAME);
  }

  @Test
  void reconcile_datawayCannotBeAsked_isNoDriftAndTakesNoProofBack() {
    VerifiedJourney journey = journey();
    journey.run();
    emulator.fault("error-500", 20, "datawayCheckToken");

    Reconciliation report = journey.flow.reconcile(journey.id);

    assertThat(emulator.remoteCalls("datawayCheckToken")).isGreaterThan(1);
    assertThat(report.drifts()).isEmpty();
    assertThat(comparison(report, Stage.WORKSPACE).result()).isEqualTo(Comparison.Result.SAME);
    assertThat(journey.flow.explain(journey.id).remarks())
        .noneMatch(remark -> remark.startsWith("Guance does not say"));
  }

  @Test
  void reconcile_workspaceLockedAfterTheEnd_isADriftThatARepairRecords() {
    VerifiedJourney journey = journey();
    journey.run();
    emulator.buyer().subscriptions().freeze(journey.order);
    Drift locked = locked();

    Reconciliation report = journey.flow.reconcile(journey.id);

    assertThat(report.drifts()).containsExactly(locked);
    assertThat(report.toJson()).contains("WRONG LOCKED");
    assertThat(journey.flow.explain(journey.id).remarks())
        .noneMatch(remark -> remark.startsWith("the workspace is locked"));

    journey.flow.repair(journey.id, report.repairable());

    assertThat(journey.flow.reconcile(journey.id).drifts()).isEmpty();
    assertThat(journey.flow.explain(journey.id).remarks())
        .anyMatch(remark -> remark.startsWith("the workspace is locked since"));
    assertThat(journey.flow.advance(journey.id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void reconcile_hostNotRecorded_isTakenOver() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    journey.run();
    Secret token = emulator.buyer().guance().dataToken(journey.workspace());
    emulator.buyer().guance().reportDataKit(token, "host-7");

    Reconciliation report = journey.flow.reconcile(journey.id);

    assertThat(report.drifts())
        .singleElement()
        .satisfies(
            drift -> {
              assertThat(drift.stage()).isEqualTo(Stage.DATAKIT);
              assertThat(drift.kind()).isEqualTo(Drift.Kind.UNRECORDED);
            });
    journey.flow.repair(journey.id, report.repairable());
    assertThat(journey.flow.advance(journey.id)).isInstanceOf(Progress.Completed.class);
    assertThat(journey.flow.get(journey.id).dataKitHost()).contains("host-7");
  }

  @Test
  void reconcile_noKeyOrAKeyThatIsNotTaken_saysSoAndChangesNothing() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    journey.run(Answers.none());
    Reconciliation without = journey.flow.reconcile(journey.id);
    assertThat(rule(without, Stage.WORKSPACE)).isEqualTo("no API key of the workspace is kept");
    assertThat(rule(without, Stage.DATAKIT)).isEqualTo("no API key of the workspace is kept");

    journey.run();
    String name = "workspace-key:" + journey.id;
    journey.keys.put(name, Secret.of("wsak_revoked"));
    Reconciliation revoked = journey.flow.reconcile(journey.id);

    assertThat(rule(revoked, Stage.WORKSPACE))
        .isEqualTo("Guance does not take the kept API key any more");
    assertThat(revoked.drifts()).isEmpty();
    assertThat(journey.keys.get(name)).isPresent();
    assertThat(revoked.toJson()).doesNotContain("wsak_revoked");
  }

  @Test
  void reconcile_gatewayAndKey_tellsTheDriftsOfBothSides() {
    VerifiedJourney journey = journey(VerifiedJourney.withGateway(emulator));
    journey.run();
    assertThat(journey.flow.reconcile(journey.id).drifts()).isEmpty();
    emulator.buyer().subscriptions().freeze(journey.order);
    Drift locked = locked();

    Reconciliation both = journey.flow.reconcile(journey.id);
    emulator.fault("error-500", 20, "openApiGetWorkspace");
    Reconciliation one = journey.flow.reconcile(journey.id);

    assertThat(both.drifts()).extracting(Drift::kind).contains(Drift.Kind.LOCKED);
    assertThat(both.drifts()).contains(locked);
    assertThat(one.drifts()).extracting(Drift::kind).containsExactly(Drift.Kind.LOCKED);
    assertThat(comparison(one, Stage.WORKSPACE).result()).isEqualTo(Comparison.Result.DRIFTED);
    assertThat(comparison(one, Stage.WORKSPACE).problem()).isPresent();
  }

  @Test
  void repair_oneSideMendedAndTheOtherFailed_saysThatItFailed() {
    VerifiedJourney journey = journey(VerifiedJourney.withGateway(emulator));
    journey.run();
    emulator.meddling().renameWorkspace(journey.workspace(), "gcy-new");
    emulator.fault("error-500", 50, "openApiGetWorkspace");
    Reconciliation before = journey.flow.reconcile(journey.id);
    assertThat(comparison(before, Stage.WORKSPACE).result()).isEqualTo(Comparison.Result.DRIFTED);

    Reconciliation repaired = journey.flow.repair(journey.id, before.repairable());

    assertThat(repaired.repaired()).isNotEmpty();
    assertThat(repaired.drifts()).isEmpty();
    Comparison workspace = comparison(repaired, Stage.WORKSPACE);
    assertThat(workspace.result()).isEqualTo(Comparison.Result.FAILED);
    assertThat(workspace.problem()).isEqualTo(comparison(before, Stage.WORKSPACE).problem());
  }
}
