package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Progress;
import com.guance.onboarding.StageStatus;
import com.guance.onboarding.domain.Actor;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.OnboardingEmulator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What people did at Guance, confirmed by Guance's public APIs once there is a key. */
@OnboardingEmulator
final class VerificationFlowTest extends VerifiedJourneys {

  VerificationFlowTest(Emulator emulator) {
    super(emulator);
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

  /** The word that DataKit is installed comes while Guance cannot be asked about the key. */
  @Test
  void advance_keyThrottled_isWaitedForAndProves() {
    VerifiedJourney journey = journey();
    emulator.fault("throttle", 8, "openApiGetWorkspace");

    assertThat(journey.run()).isInstanceOf(Progress.Completed.class);

    assertThat(status(journey, Stage.WORKSPACE).verified()).isTrue();
    assertThat(status(journey, Stage.DATAKIT).verified()).isTrue();
  }

  @Test
  void advance_keyThrottledAndNobodyThere_asksForItAgainUntilItIsDeclined() {
    VerifiedJourney journey = journey();
    emulator.fault("throttle", 8, "openApiGetWorkspace");
    AtomicInteger keys = new AtomicInteger();
    Answers once =
        task ->
            task.kind() == TaskKind.CREATE_API_KEY && keys.getAndIncrement() > 0
                ? Optional.empty()
                : emulator.buyer().answer(task);

    PersonTask asked = task(waiting(journey.run(once)), TaskKind.CREATE_API_KEY);

    task(waiting(journey.flow.advance(journey.id)), TaskKind.CREATE_API_KEY);
    assertThat(journey.flow.get(journey.id).stage()).isEqualTo(Stage.DATAKIT);
    journey.flow.record(new Fact.Confirmed(journey.id, asked.id()));
    assertThat(journey.flow.advance(journey.id)).isInstanceOf(Progress.Completed.class);
    assertThat(status(journey, Stage.WORKSPACE).verified()).isFalse();
  }

  /** A key that the site does not know is as good as none: the word ends the flow. */
  @Test
  void advance_wrongKeyOnly_endsWithThePersonsWord() {
    VerifiedJourney journey = journey();

    assertThat(journey.run(key(Secret.of("wsak_wrong")))).isInstanceOf(Progress.Completed.class);

    assertThat(status(journey, Stage.WORKSPACE).verified()).isFalse();
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
