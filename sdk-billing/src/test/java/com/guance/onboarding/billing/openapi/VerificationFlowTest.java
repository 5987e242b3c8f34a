package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Progress;
import com.guance.onboarding.StageStatus;
import com.guance.onboarding.domain.Actor;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.OnboardingEmulator;
import com.guance.onboarding.transport.HttpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people did at Guance, confirmed by Guance's public APIs once there is a key. */
@OnboardingEmulator
final class VerificationFlowTest extends VerifiedJourneys {

  VerificationFlowTest(Emulator emulator) {
    super(emulator);
  }

  private static StageStatus status(VerifiedJourney journey, Stage stage) {
    return journey.flow.get(journey.id).stages().stream()
        .filter(one -> one.stage() == stage)
        .findFirst()
        .orElseThrow();
  }

  private static Progress.Waiting waiting(Progress progress) {
    assertThat(progress).isInstanceOf(Progress.Waiting.class);
    return (Progress.Waiting) progress;
  }

  private static PersonTask task(Progress.Waiting waiting, TaskKind kind) {
    return waiting.tasks().stream()
        .filter(task -> task.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + waiting.tasks()));
  }

  private static Problem problem(Progress.Waiting waiting) {
    return waiting.problem().orElseThrow();
  }

  private static Answers key(Secret key) {
    return task ->
        task.kind() == TaskKind.CREATE_API_KEY
            ? Optional.of(Map.of("keyId", key))
            : Optional.empty();
  }

  @Test
  void advance_withKey_provesWorkspaceAndFirstHost() {
    VerifiedJourney journey = journey();

    assertThat(journey.run()).isInstanceOf(Progress.Completed.class);

    assertThat(status(journey, Stage.WORKSPACE))
        .isEqualTo(new StageStatus(Stage.WORKSPACE, Actor.SDK, true));
    assertThat(status(journey, Stage.DATAKIT))
        .isEqualTo(new StageStatus(Stage.DATAKIT, Actor.SDK, true));
    assertThat(journey.flow.get(journey.id).dataKitHost()).contains("host-1");
    assertThat(
            List.of(
                emulator.remoteCalls("openApiGetWorkspace"),
                emulator.remoteCalls("openApiListMembers"),
                emulator.remoteCalls("datawayCheckToken"),
                emulator.remoteCalls("openApiQueryData")))
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void advance_withoutKey_endsWithThePersonsWordAndSaysSo() {
    VerifiedJourney journey = journey();

    assertThat(journey.run(Answers.none())).isInstanceOf(Progress.Completed.class);

    assertThat(status(journey, Stage.WORKSPACE).verified()).isFalse();
    assertThat(status(journey, Stage.DATAKIT).verified()).isFalse();
    assertThat(journey.flow.explain(journey.id).remarks())
        .contains(
            "WORKSPACE rests on a person's word; an API key of the workspace would verify it",
            "DATAKIT rests on a person's word; an API key of the workspace would verify it");
    assertThat(emulator.remoteCalls("openApiGetWorkspace")).isZero();
  }

  @Test
  void record_keyDeclined_isNotAskedForAgain() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    PersonTask asked = task(waiting(journey.run(Answers.none())), TaskKind.CREATE_API_KEY);
    assertThat(asked.asksForSecret()).isTrue();

    journey.flow.record(new Fact.Confirmed(journey.id, asked.id()));

    assertThat(waiting(journey.flow.advance(journey.id)).tasks())
        .extracting(PersonTask::kind)
        .containsExactly(TaskKind.INSTALL_DATAKIT);
  }

  @Test
  void advance_wrongKey_saysSoAndTakesTheRightOne() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);

    Progress.Waiting refused = waiting(journey.run(key(Secret.of("wsak_canary_key"))));

    assertThat(problem(refused).code()).isEqualTo("ft.InvalidAPIKey");
    assertThat(problem(refused).rule())
        .contains("the site does not know the API key")
        .contains("check that the workspace is on this site");
    assertThat(problem(refused).mender()).isEqualTo(Problem.Mender.BUYER);
    assertThat(task(refused, TaskKind.CREATE_API_KEY).link()).isEmpty();
    assertThat(journey.flow.explain(journey.id).toString()).doesNotContain("canary");
    journey.leftAlone.clear();
    assertThat(journey.run()).isInstanceOf(Progress.Completed.class);
    assertThat(status(journey, Stage.WORKSPACE).verified()).isTrue();
  }

  @Test
  void advance_keyOfAnotherWorkspace_isNotTaken() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    WorkspaceId other = emulator.given().workspaceOfSomebodyElse("prod");
    Secret key = emulator.buyer().guance().createApiKey(other);

    Progress.Waiting refused = waiting(journey.run(key(key)));

    assertThat(problem(refused).code()).isEqualTo("OTHER_WORKSPACE");
    assertThat(journey.workspace()).isNotEqualTo(other);
    assertThat(journey.keys.get("workspace-key:" + journey.id)).isEmpty();
  }

  @Test
  void advance_wrongSite_saysThatTheSiteDoesNotKnowTheKey() {
    try (Emulator otherSite = Emulator.start()) {
      VerifiedJourney journey =
          journey(
              new VerifiedJourney(
                  emulator,
                  new VerifiedJourney.Addresses(otherSite.openApiUri(), otherSite.datawayUri()),
                  builder -> builder));
      journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);

      Progress.Waiting refused = waiting(journey.run());

      assertThat(problem(refused).rule()).contains("the site does not know the API key");
      task(refused, TaskKind.CREATE_API_KEY);
    }
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

  @Test
  void forgetKey_afterTheEnd_keepsWhatIsProven() {
    VerifiedJourney journey = journey();
    journey.run();
    assertThat(journey.keys.get("workspace-key:" + journey.id)).isPresent();

    journey.flow.forgetKey(journey.id);
    journey.flow.forgetKey(journey.id);

    assertThat(journey.keys.get("workspace-key:" + journey.id)).isEmpty();
    assertThat(journey.flow.advance(journey.id)).isInstanceOf(Progress.Completed.class);
    assertThat(status(journey, Stage.DATAKIT).verified()).isTrue();
  }

  @Test
  void forgetKey_whileWaitingForTheFirstHost_asksForAKeyAgain() {
    VerifiedJourney journey = journey();
    journey.leftAlone.add(TaskKind.INSTALL_DATAKIT);
    Progress progress = journey.flow.advance(journey.id, emulator.buyer()::answer);
    while (journey.keys.get("workspace-key:" + journey.id).isEmpty()) {
      waiting(progress).tasks().stream()
          .filter(task -> !task.asksForSecret() && task.kind() != TaskKind.INSTALL_DATAKIT)
          .forEach(task -> emulator.buyer().playConsole(task, journey.order));
      progress = journey.flow.advance(journey.id, emulator.buyer()::answer);
    }

    journey.flow.forgetKey(journey.id);

    task(waiting(journey.flow.advance(journey.id)), TaskKind.CREATE_API_KEY);
  }

  @Test
  void advance_openApiThrottles_comesBackLaterByItself() {
    VerifiedJourney journey = journey();
    emulator.fault("throttle", 8, "openApiQueryData");

    assertThat(journey.run()).isInstanceOf(Progress.Completed.class);

    assertThat(status(journey, Stage.DATAKIT).verified()).isTrue();
    assertThat(emulator.remoteCalls("openApiQueryData")).isEqualTo(9);
  }

  @Test
  void advance_gatewayAndKey_asksGuanceForTheFirstHost() {
    VerifiedJourney journey = journey(VerifiedJourney.withGateway(emulator));

    assertThat(journey.run()).isInstanceOf(Progress.Completed.class);

    assertThat(emulator.remoteCalls("listDataKits")).isZero();
    assertThat(emulator.remoteCalls("openApiQueryData")).isEqualTo(1);
  }
}
