package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.Drift;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.Reconciliation;
import com.guance.onboarding.Reconciliation.Comparison;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * A comparison where knowledge was lost, where a side is missing or fails, and under contention.
 */
class ReconcileSidesTest {

  private static OnboardingId completed(Journey journey) {
    OnboardingId id = journey.begin(Branch.REGISTER);
    assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    return id;
  }

  private static List<String> lines(Reconciliation report) {
    return report.drifts().stream().map(drift -> drift.stage() + " " + drift.kind()).toList();
  }

  private static Comparison comparison(Reconciliation report, Stage stage) {
    return report.comparisons().stream()
        .filter(one -> one.stage() == stage)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void repair_olderStoreRestored_takesOverEverythingAndDoesNothingAgain() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      completed(journey);
      int writes = journey.emulator.remoteCalls();
      OnboardingFlow restored = journey.newFlow(OnboardingFlow.builder(), InMemoryStore.create());
      OnboardingId id = restored.begin(journey.sample(Branch.REGISTER).build());

      Reconciliation report = restored.reconcile(id);

      assertThat(lines(report))
          .containsExactly(
              "PURCHASE UNRECORDED",
              "ORGANIZATION UNRECORDED",
              "MEMBER UNRECORDED",
              "APP_BINDING UNRECORDED",
              "APP_AUTHORIZATION UNRECORDED",
              "BILLING_ACCOUNT UNRECORDED",
              "ENTERPRISE_INFO UNRECORDED",
              "WORKSPACE UNRECORDED",
              "DATAKIT UNRECORDED");
      restored.repair(id, report.repairable());
      assertThat(restored.reconcile(id).drifts()).isEmpty();
      assertThat(restored.advance(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.emulator.callLog().subList(writes, journey.emulator.callLog().size()))
          .allMatch(
              call -> call.operation().startsWith("get") || call.operation().startsWith("list"));
    }
  }

  @Test
  void repair_someOfTheDrifts_leavesTheOthers() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      journey.emulator.meddling().unbind(journey.request.order());
      journey
          .emulator
          .meddling()
          .renameOrganization(
              journey.flow.get(id).organization().orElseThrow().tenant().orElseThrow(), "GCY New");
      Drift renamed = journey.flow.reconcile(id).drifts().get(0);

      Reconciliation repaired = journey.flow.repair(id, Set.of(renamed.id(), "nonsense"));

      assertThat(repaired.repaired()).containsExactly(renamed);
      assertThat(repaired.notFound()).containsExactly("nonsense");
      assertThat(lines(repaired)).containsExactly("APP_BINDING UNBOUND");
      assertThat(lines(journey.flow.reconcile(id))).containsExactly("APP_BINDING UNBOUND");
    }
  }

  @Test
  void repair_boundToAnotherOrganization_takesThatOneOver() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      TenantId other =
          journey
              .emulator
              .given()
              .organization(
                  journey.flow.get(id).huaweiAccount().orElseThrow(), "Other Ltd", "other");
      journey.emulator.meddling().bindElsewhere(journey.request.order(), other);

      Reconciliation report = journey.flow.reconcile(id);
      Drift drift = report.drifts().get(0);

      assertThat(drift.kind()).isEqualTo(Drift.Kind.ELSEWHERE);
      assertThat(drift.remote()).containsEntry("tenantId", other.value());
      journey.flow.repair(id, report.repairable());
      assertThat(journey.flow.get(id).organization().orElseThrow().tenant()).contains(other);
      assertThat(journey.flow.reconcile(id).repairable()).isEmpty();
    }
  }

  @Test
  void repair_valuesMovedOnSinceTheReport_leavesTheDriftAlone() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      var workspace = journey.flow.get(id).workspace().orElseThrow().id();
      journey.emulator.meddling().renameWorkspace(workspace, "first");
      Set<String> seen = journey.flow.reconcile(id).repairable();
      journey.emulator.meddling().renameWorkspace(workspace, "second");

      assertThat(journey.flow.repair(id, seen).repaired()).isEmpty();
      assertThat(journey.flow.get(id).workspace().orElseThrow().form().name()).contains("gcy-prod");
    }
  }

  @Test
  void reconcile_sideThatFails_isAProblemAndTheOthersAreCompared() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      journey.emulator.meddling().unbind(journey.request.order());
      journey.emulator.fault("error-500", 50, "getWorkspace");

      Reconciliation report = journey.flow.reconcile(id);

      Comparison workspace = comparison(report, Stage.WORKSPACE);
      assertThat(workspace.result()).isEqualTo(Comparison.Result.FAILED);
      assertThat(workspace.problem().orElseThrow().passes()).isTrue();
      assertThat(lines(report)).containsExactly("APP_BINDING UNBOUND");
    }
  }

  /** A state that nobody knows is no reason to take a proof back. */
  @Test
  void reconcile_answersWithValuesThatNobodyKnows_noDrift() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      int planned = 50;
      journey.emulator.fault("unknown-fields", planned);

      Reconciliation report = journey.flow.reconcile(id);

      assertThat(journey.emulator.pendingFaults()).isLessThan(planned - 5);
      assertThat(report.drifts()).isEmpty();
      assertThat(comparison(report, Stage.WORKSPACE).result()).isEqualTo(Comparison.Result.SAME);
    }
  }

  @Test
  void reconcile_sideWithoutAGateway_cannotBeCompared() {
    try (Journey journey = new Journey(Hands.PEOPLE)) {
      OnboardingId id = journey.begin(Branch.REGISTER);

      Reconciliation report = journey.flow.reconcile(id);

      assertThat(report.comparisons()).hasSize(Stage.values().length - 1);
      assertThat(report.comparisons())
          .extracting(Comparison::result)
          .containsOnly(Comparison.Result.NOT_COMPARABLE);
      assertThat(comparison(report, Stage.WORKSPACE).problem().orElseThrow().code())
          .isEqualTo("NOT_CONFIGURED");
      assertThat(journey.flow.repair(id, report.repairable()).repaired()).isEmpty();
    }
  }

  @Test
  void repair_whileAStepRuns_isToldSoAndChangesNothing() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      journey.emulator.meddling().unbind(journey.request.order());
      var now = journey.emulator.clock().instant();
      ClaimRow claim = new ClaimRow("onboarding:" + id, "colleague", now.plusSeconds(45));
      assertThat(journey.store.commit(Commit.builder().now(now).addAcquire(claim).build()).stored())
          .isTrue();
      SnapshotRow before = journey.store.load(id).orElseThrow();

      assertThat(journey.flow.reconcile(id).runningUntil()).contains(claim.until());
      Reconciliation told = journey.flow.repair(id, journey.flow.reconcile(id).repairable());

      assertThat(told.problem().orElseThrow().code()).isEqualTo("BUSY");
      assertThat(journey.store.load(id)).contains(before);
      journey.emulator.clock().advance(Duration.ofSeconds(46));
      assertThat(journey.flow.repair(id, journey.flow.reconcile(id).repairable()).repaired())
          .hasSize(1);
    }
  }

  @Test
  void repair_from8ThreadsAtOnce_recordsOnce() throws Exception {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      journey.emulator.meddling().unbind(journey.request.order());
      Set<String> drifts = journey.flow.reconcile(id).repairable();
      int facts = journey.store.facts(id).size();
      List<Callable<Reconciliation>> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        callers.add(() -> journey.newFlow().repair(id, drifts));
      }
      ExecutorService pool = Executors.newFixedThreadPool(8);
      List<Drift> repaired = new ArrayList<>();
      try {
        for (Future<Reconciliation> done : pool.invokeAll(callers)) {
          repaired.addAll(done.get().repaired());
        }
      } finally {
        pool.shutdownNow();
      }
      assertThat(repaired).hasSize(1);
      Set<String> keys = new HashSet<>();
      assertThat(journey.store.facts(id)).allMatch(fact -> keys.add(fact.key()));
      assertThat(keys).hasSize(facts + 2); // the binding, and who was authorized under it
    }
  }

  @Test
  void reconcile_ofNobody_isRefused() {
    try (OnboardingFlow flow = OnboardingFlow.builder().build()) {
      assertThatThrownBy(() -> flow.reconcile(new OnboardingId("onb_nobody")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void toJson_everyDrift_holdsNothingPersonal() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = completed(journey);
      OnboardingFlow restored = journey.newFlow(OnboardingFlow.builder(), InMemoryStore.create());
      OnboardingRequest request = journey.sample(Branch.REGISTER).build();
      restored.begin(request);
      journey
          .emulator
          .meddling()
          .unbind(new OrderKey(request.order().orderId(), request.order().orderLineId()));

      String seen =
          restored.reconcile(id).toJson()
              + restored.reconcile(id)
              + journey.flow.reconcile(id).toJson()
              + journey.flow.repair(id, journey.flow.reconcile(id).repairable()).toJson();

      assertThat(seen).contains("UNRECORDED").contains("UNBOUND").contains("***");
      for (String canary : List.of("Wendy", "wendy@example.com", "gcy-ops", Journey.PASSWORD)) {
        assertThat(seen).doesNotContain(canary);
      }
      assertThat(seen)
          .doesNotContain(
              request.answers().get(com.guance.onboarding.domain.Field.ENTERPRISE_NAME));
    }
  }
}
