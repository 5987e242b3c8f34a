package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.OnboardingEmulator;
import com.guance.onboarding.transport.HttpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a workspace or its token, as a task until it is mended. */
@OnboardingEmulator
final class WorkspaceToMendTest extends VerifiedJourneys {

  WorkspaceToMendTest(Emulator emulator) {
    super(emulator);
  }

  private VerifiedJourney datawayOf(Emulator otherSite) {
    return journey(
        new VerifiedJourney(
            emulator,
            new VerifiedJourney.Addresses(emulator.openApiUri(), otherSite.datawayUri()),
            builder -> builder));
  }

  @Test
  void advance_wrongToken_isATaskAtTheLastStage() {
    try (Emulator otherSite = Emulator.start()) {
      VerifiedJourney journey = datawayOf(otherSite);
      journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);

      Progress.Waiting refused = waiting(journey.run());

      assertThat(problem(refused).code()).isEqualTo("TOKEN_NOT_FOUND");
      assertThat(task(refused, TaskKind.MEND_WORKSPACE).stage()).isEqualTo(Stage.DATAKIT);
      assertThat(status(journey, Stage.WORKSPACE).verified()).isTrue();
    }
  }

  @Test
  void advance_wrongTokenButADataKitReports_completes() {
    try (Emulator otherSite = Emulator.start()) {
      VerifiedJourney journey = datawayOf(otherSite);

      assertThat(journey.run()).isInstanceOf(Progress.Completed.class);

      assertThat(otherSite.remoteCalls("datawayCheckToken")).isPositive();
      assertThat(status(journey, Stage.DATAKIT).verified()).isTrue();
    }
  }

  @Test
  void advance_datawayCannotBeAskedAtFirst_isAskedAgain() {
    try (Emulator otherSite = Emulator.start()) {
      otherSite.fault("error-500", 20, "datawayCheckToken");
      VerifiedJourney journey = datawayOf(otherSite);
      journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);

      Progress.Waiting refused = waiting(journey.run());

      assertThat(problem(refused).code()).isEqualTo("TOKEN_NOT_FOUND");
      assertThat(task(refused, TaskKind.MEND_WORKSPACE).stage()).isEqualTo(Stage.DATAKIT);
    }
  }

  private BillingAccountId account() {
    Object id = emulator.rows("billingAccounts").get(0).get("billingAccountId");
    return new BillingAccountId(String.valueOf(id));
  }

  /** The buyer makes a workspace and does not bind it. */
  private WorkspaceId freeWorkspace(VerifiedJourney journey) {
    journey.leftAlone.add(TaskKind.CREATE_WORKSPACE);
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    PersonTask create = task(waiting(journey.run()), TaskKind.CREATE_WORKSPACE);
    BillingAccountId account = account();
    WorkspaceId workspace =
        emulator.buyer().guance().createWorkspace(account, "gcy-prod", "zh", "cn4");
    journey.flow.record(
        new Fact.Confirmed(journey.id, create.id(), Map.of("workspace.id", workspace.value())));
    return workspace;
  }

  @Test
  void advance_freePlan_isATaskThatAnotherLookCloses() {
    VerifiedJourney journey = journey();
    WorkspaceId workspace = freeWorkspace(journey);
    journey.leftAlone.add(TaskKind.MEND_WORKSPACE);

    Progress.Waiting found = waiting(journey.flow.advance(journey.id, emulator.buyer()::answer));

    assertThat(problem(found).code()).isEqualTo("FREE_PLAN");
    assertThat(problem(found).mender()).isEqualTo(Problem.Mender.BUYER);
    PersonTask mend = task(found, TaskKind.MEND_WORKSPACE);
    assertThat(mend.textEn()).contains("free plan").contains("upgrades it");
    assertThat(mend.textZh()).contains("免费版");
    assertThat(found.notBefore()).isPresent();

    emulator.buyer().guance().bindWorkspace(workspace, journey.order);
    journey.flow.record(new Fact.Confirmed(journey.id, mend.id()));
    Progress.Waiting mended = waiting(journey.flow.advance(journey.id));

    assertThat(mended.tasks())
        .extracting(PersonTask::kind)
        .containsExactly(TaskKind.INSTALL_DATAKIT);
    assertThat(mended.problem()).isEmpty();
    journey.leftAlone.clear();
    assertThat(journey.run()).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void advance_stillWrongAfterConfirmed_looksOnceForEachWord() {
    VerifiedJourney journey = journey();
    freeWorkspace(journey);
    Progress.Waiting found = waiting(journey.flow.advance(journey.id, emulator.buyer()::answer));
    int looks = emulator.remoteCalls("openApiGetWorkspace");

    journey.flow.record(new Fact.Confirmed(journey.id, task(found, TaskKind.MEND_WORKSPACE).id()));
    Progress.Waiting still = waiting(journey.flow.advance(journey.id));
    journey.flow.advance(journey.id);

    assertThat(emulator.remoteCalls("openApiGetWorkspace")).isEqualTo(looks + 1);
    assertThat(problem(still).code()).isEqualTo("FREE_PLAN");
    assertThat(status(journey, Stage.WORKSPACE).verified()).isFalse();
  }

  @Test
  void advance_lockedWorkspace_isATaskUntilItIsUnlocked() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    journey.run(Answers.none());
    emulator.buyer().subscriptions().freeze(journey.order);

    Progress.Waiting found = waiting(journey.flow.advance(journey.id, emulator.buyer()::answer));

    assertThat(problem(found).code()).isEqualTo("LOCKED");
    Instant locked = lockedAt(journey);
    assertThat(problem(found).rule()).contains("locked since " + locked);
    assertThat(task(found, TaskKind.MEND_WORKSPACE).until())
        .contains(locked.plus(Duration.ofDays(14)));
    assertThat(task(found, TaskKind.MEND_WORKSPACE).textZh()).contains("锁定");

    emulator.buyer().subscriptions().unfreeze(journey.order);
    journey.leftAlone.clear();
    assertThat(journey.run()).isInstanceOf(Progress.Completed.class);
    assertThat(status(journey, Stage.WORKSPACE).verified()).isTrue();
  }

  private Instant lockedAt(VerifiedJourney journey) {
    try (GuanceOpenApi api =
        GuanceOpenApi.connect(
            OpenApiSettings.builder()
                .http(HttpSettings.builder().baseUrl(emulator.openApiUri()).build())
                .key(() -> journey.keys.get("workspace-key:" + journey.id).orElseThrow())
                .build(),
            journey.runtime())) {
      return api.workspace().lockedAt().orElseThrow();
    }
  }

  @Test
  void advance_otherOwner_saysSoWithoutNamingAnybody() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.CREATE_WORKSPACE);
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    PersonTask create = task(waiting(journey.run()), TaskKind.CREATE_WORKSPACE);
    emulator.given().guanceAccount("mallory", "mallory-canary@example.com");
    BillingAccountId account = account();
    WorkspaceId workspace =
        emulator
            .buyer()
            .guance()
            .createWorkspace(account, "gcy-prod", "zh", "cn4", "mallory-canary@example.com");
    emulator.buyer().guance().bindWorkspace(workspace, journey.order);
    journey.flow.record(
        new Fact.Confirmed(journey.id, create.id(), Map.of("workspace.id", workspace.value())));

    Progress.Waiting found = waiting(journey.flow.advance(journey.id, emulator.buyer()::answer));

    assertThat(problem(found).code()).isEqualTo("OTHER_OWNER");
    assertThat(found.toString() + journey.flow.explain(journey.id)).doesNotContain("canary");
  }
}
