package com.guance.onboarding.examples;

import static com.guance.onboarding.Drift.Kind.DIFFERS;
import static com.guance.onboarding.Drift.Kind.ELSEWHERE;
import static com.guance.onboarding.Drift.Kind.GONE;
import static com.guance.onboarding.Drift.Kind.UNBOUND;
import static com.guance.onboarding.Drift.Repair.ADOPT;
import static com.guance.onboarding.Drift.Repair.REOPEN;
import static com.guance.onboarding.domain.Stage.APP_AUTHORIZATION;
import static com.guance.onboarding.domain.Stage.APP_BINDING;
import static com.guance.onboarding.domain.Stage.BILLING_ACCOUNT;
import static com.guance.onboarding.domain.Stage.ENTERPRISE_INFO;
import static com.guance.onboarding.domain.Stage.MEMBER;
import static com.guance.onboarding.domain.Stage.ORGANIZATION;
import static com.guance.onboarding.domain.Stage.PURCHASE;
import static com.guance.onboarding.domain.Stage.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Drift;
import com.guance.onboarding.Progress;
import com.guance.onboarding.Reconciliation;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.testkit.Meddling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of drift: made by hand, named exactly, changed by nobody until told, then mended. */
class ReconcileTest {

  private static final HuaweiAccountId OTHER_BUYER = new HuaweiAccountId("0000000000000000other");

  /**
   * One way in which the two sides come apart.
   *
   * @param name what happens
   * @param meddle makes it happen
   * @param expected the drifts, as {@link #line}
   * @param then where the onboarding can go after the repair
   * @param remade what has been made a second time by then
   */
  record Case(
      String name,
      Consumer<World> meddle,
      List<String> expected,
      Then then,
      Map<String, Integer> remade) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Where an onboarding can go after a repair. */
  private enum Then {
    COMPLETES,
    ADVANCES,
    STAYS
  }

  /** The world of an onboarding. */
  record World(Journey journey, OnboardingId id) {

    Meddling meddling() {
      return journey.emulator.meddling();
    }

    OrderKey order() {
      return journey.request.order();
    }

    TenantId organization() {
      return new TenantId(text("organizations", "organizationId"));
    }

    BillingAccountId account() {
      return new BillingAccountId(text("billingAccounts", "billingAccountId"));
    }

    WorkspaceId workspace() {
      return new WorkspaceId(text("workspaces", "workspaceId"));
    }

    private String text(String list, String name) {
      return String.valueOf(journey.emulator.rows(list).get(0).get(name));
    }

    HuaweiAccountId buyer() {
      return journey.flow.get(id).huaweiAccount().orElseThrow();
    }

    List<FactRow> facts() {
      return journey.store.facts(id);
    }

    SnapshotRow snapshot() {
      return journey.store.load(id).orElseThrow();
    }
  }

  static String line(Stage stage, Drift.Kind kind, Drift.Repair repair) {
    return stage + " " + kind + " " + repair;
  }

  private static String line(Drift drift) {
    return drift.stage()
        + " "
        + drift.kind()
        + " "
        + drift.repair().map(Enum::name).orElse("nothing");
  }

  /** What can happen while the onboarding waits for its workspace. */
  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "order gone",
            w -> w.meddling().removeOrder(w.order()),
            List.of("PURCHASE GONE nothing"),
            Then.STAYS,
            Map.of()),
        new Case(
            "order sold to somebody else",
            w -> w.meddling().sellTo(w.order(), OTHER_BUYER),
            List.of("PURCHASE ELSEWHERE nothing"),
            Then.STAYS,
            Map.of()),
        new Case(
            "order charged another way",
            w -> w.meddling().chargingMode(w.order(), "ONE_TIME"),
            List.of(line(PURCHASE, DIFFERS, ADOPT)),
            Then.COMPLETES,
            Map.of()),
        new Case(
            "organization renamed",
            w -> w.meddling().renameOrganization(w.organization(), "GCY Holding"),
            List.of(line(ORGANIZATION, DIFFERS, ADOPT)),
            Then.COMPLETES,
            Map.of()),
        new Case(
            "organization gone",
            w -> w.meddling().removeOrganization(w.organization()),
            List.of(line(ORGANIZATION, GONE, REOPEN), line(APP_BINDING, UNBOUND, REOPEN)),
            Then.COMPLETES,
            Map.of(
                "createOrganization", 2,
                "addMember", 2,
                "bindApp", 2,
                "authorizeMembers", 2)),
        new Case(
            "member gone",
            w -> w.meddling().removeMember(w.organization(), "Wendy"),
            List.of(line(MEMBER, GONE, REOPEN), line(APP_AUTHORIZATION, GONE, REOPEN)),
            Then.COMPLETES,
            Map.of("addMember", 2, "authorizeMembers", 2)),
        new Case(
            "order unbound",
            w -> w.meddling().unbind(w.order()),
            List.of(line(APP_BINDING, UNBOUND, REOPEN)),
            Then.COMPLETES,
            Map.of("bindApp", 2, "authorizeMembers", 2)),
        new Case(
            "authorization cancelled",
            w -> w.meddling().cancelAuthorization(w.order(), "Wendy"),
            List.of(line(APP_AUTHORIZATION, GONE, REOPEN)),
            Then.COMPLETES,
            Map.of("authorizeMembers", 2)),
        // the code of the first registration is spent, which is found out by trying it
        new Case(
            "billing account gone",
            w -> w.meddling().removeBillingAccount(w.account()),
            List.of(line(BILLING_ACCOUNT, GONE, REOPEN), line(WORKSPACE, UNBOUND, REOPEN)),
            Then.ADVANCES,
            Map.of("registerBillingAccount", 3)),
        new Case(
            "another account pays",
            w ->
                w.meddling()
                    .payThrough(
                        w.buyer(),
                        w.journey().emulator.given().billingAccount("other", "o@example.com")),
            List.of(
                line(BILLING_ACCOUNT, ELSEWHERE, ADOPT),
                line(ENTERPRISE_INFO, GONE, REOPEN),
                "WORKSPACE ELSEWHERE nothing"),
            Then.STAYS,
            Map.of()),
        new Case(
            "company renamed",
            w -> w.meddling().enterprise(w.account(), Optional.of("GCY Holding")),
            List.of(line(ENTERPRISE_INFO, DIFFERS, ADOPT)),
            Then.COMPLETES,
            Map.of()),
        new Case(
            "company not confirmed",
            w -> w.meddling().enterprise(w.account(), Optional.empty()),
            List.of(line(ENTERPRISE_INFO, GONE, REOPEN)),
            Then.COMPLETES,
            Map.of()),
        new Case(
            "workspace gone",
            w -> w.meddling().removeWorkspace(w.workspace()),
            List.of(line(WORKSPACE, GONE, REOPEN)),
            Then.COMPLETES,
            Map.of("createWorkspace", 2)),
        new Case(
            "workspace unbound",
            w -> w.meddling().unbindWorkspace(w.workspace()),
            List.of(line(WORKSPACE, UNBOUND, REOPEN)),
            Then.COMPLETES,
            Map.of("bindWorkspace", 2)),
        new Case(
            "workspace locked",
            w -> w.journey().emulator.buyer().subscriptions().freeze(w.order()),
            List.of("WORKSPACE LOCKED nothing"),
            Then.COMPLETES,
            Map.of()),
        new Case(
            "workspace renamed",
            w -> w.meddling().renameWorkspace(w.workspace(), "gcy-new"),
            List.of(line(WORKSPACE, DIFFERS, ADOPT)),
            Then.COMPLETES,
            Map.of()));
  }

  /** Everything is done but the DataKit, which does not report yet. */
  private static World almostThere(Journey journey) {
    OnboardingId id = journey.begin(Branch.REGISTER);
    Progress progress = journey.flow.advance(id, journey::answer);
    for (int i = 0; i < 20 && !workspaceBound(journey, id); i++) {
      journey.pass((Progress.Waiting) progress);
      progress = journey.flow.advance(id, journey::answer);
    }
    assertThat(progress).isInstanceOf(Progress.Waiting.class);
    assertThat(journey.flow.get(id).stage()).isEqualTo(Stage.DATAKIT);
    return new World(journey, id);
  }

  private static boolean workspaceBound(Journey journey, OnboardingId id) {
    return journey.flow.get(id).stage() == Stage.DATAKIT;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void repair_driftBeforeTheEnd_isNamedLeftAloneUntilToldAndMended(Case one) {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      World world = almostThere(journey);
      assertThat(journey.flow.reconcile(world.id()).drifts()).isEmpty();

      one.meddle().accept(world);
      List<FactRow> facts = world.facts();
      SnapshotRow snapshot = world.snapshot();
      Reconciliation report = journey.flow.reconcile(world.id());

      assertThat(report.drifts()).extracting(ReconcileTest::line).isEqualTo(one.expected());
      assertThat(report.repaired()).isEmpty();
      assertThat(world.facts()).isEqualTo(facts);
      assertThat(world.snapshot()).isEqualTo(snapshot);
      mend(world, one, report);
    }
  }

  private static void mend(World world, Case one, Reconciliation report) {
    Journey journey = world.journey();
    Reconciliation repaired = journey.flow.repair(world.id(), report.repairable());
    assertThat(repaired.repaired()).extracting(Drift::id).containsAll(report.repairable());
    List<FactRow> facts = world.facts();
    Reconciliation again = journey.flow.repair(world.id(), report.repairable());
    assertThat(again.repaired()).isEmpty();
    assertThat(again.repairable()).isEmpty();
    assertThat(world.facts()).isEqualTo(facts);

    switch (one.then()) {
      case COMPLETES ->
          assertThat(journey.toTheEnd(world.id())).isInstanceOf(Progress.Completed.class);
      case ADVANCES -> journey.flow.advance(world.id(), journey::answer);
      case STAYS -> {}
    }
    one.remade()
        .forEach(
            (operation, calls) ->
                assertThat(journey.emulator.remoteCalls(operation)).as(operation).isEqualTo(calls));
    assertThat(journey.flow.reconcile(world.id()).repairable()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void repair_driftAfterTheEnd_isRecordedAndTheOnboardingStaysCompleted(Case one) {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      World world = new World(journey, id);
      int workspaces = journey.count("workspaces");
      one.meddle().accept(world);

      Reconciliation report = journey.flow.reconcile(id);
      assertThat(report.drifts())
          .extracting(ReconcileTest::line)
          .isEqualTo(
              one.expected().stream().map(text -> text.replace("REOPEN", "RECORD")).toList());
      journey.flow.repair(id, report.repairable());

      assertThat(journey.flow.reconcile(id).repairable()).isEmpty();
      assertThat(journey.flow.advance(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.get(id).outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(journey.flow.get(id).stage()).isEqualTo(Stage.COMPLETED);
      assertThat(journey.count("workspaces")).isLessThanOrEqualTo(workspaces);
    }
  }
}
